package io.hcdc.redis;

import java.util.Locale;

/**
 * The settings of the {@code redis} component. Names and units are Redis' own.
 *
 * @param topology one node alone, or a master with replicas under Sentinel
 * @param port of the first data node, before the stack's offset; the others follow it
 * @param sentinelPort of the first sentinel, before the stack's offset; the others follow it
 * @param replicas data nodes besides the initial master
 * @param sentinels how many watch
 * @param quorum how many sentinels must find the master down before one of them asks for a fail-over
 * @param downAfterMilliseconds how long a node may not answer before a sentinel finds it down
 * @param pingPeriodMilliseconds how often, at least, a sentinel asks every node, and tries to reach one it has lost; 0:
 *     half of down-after
 * @param failoverTimeout limit of each stage of a fail-over in milliseconds; a failed one is repeated after twice this
 * @param minReplicasToWrite a master with fewer replicas in reach refuses writes; 0 turns this off
 * @param minReplicasMaxLag seconds after which a silent replica no longer counts as in reach
 * @param appendfsync when the append-only file is forced to disk
 */
public record RedisConfig(
        Topology topology,
        int port,
        int sentinelPort,
        int replicas,
        int sentinels,
        int quorum,
        int downAfterMilliseconds,
        int pingPeriodMilliseconds,
        int failoverTimeout,
        int minReplicasToWrite,
        int minReplicasMaxLag,
        Appendfsync appendfsync) {

    static final int SHORTEST_PING_PERIOD = 250;

    /** Redis' own. */
    static final int LONGEST_PING_PERIOD = 1000;

    static final RedisConfig DEFAULTS =
            new RedisConfig(Topology.SENTINEL, 6379, 9000, 2, 3, 2, 1000, 0, 3000, 1, 2, Appendfsync.EVERYSEC);

    /** How the servers relate to each other. */
    public enum Topology {
        STANDALONE,
        SENTINEL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Redis' own choices. */
    public enum Appendfsync {
        ALWAYS,
        EVERYSEC,
        NO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the sentinels are told, in milliseconds. Why not less and not more is in the component's README. */
    int pingPeriod() {
        return pingPeriodMilliseconds > 0
                ? pingPeriodMilliseconds
                : Math.max(SHORTEST_PING_PERIOD, Math.min(LONGEST_PING_PERIOD, downAfterMilliseconds / 2));
    }

    boolean underSentinel() {
        return topology == Topology.SENTINEL;
    }
}
