package io.hcdc.redis;

import io.hcdc.api.PortRange;
import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what cannot work in a configuration. What works but is dangerous (one sentinel, quorum 1, no minimum of replicas)
 * is allowed: seeing what it costs is what drills are for.
 */
final class RedisCheck {
    private final RedisConfig config;
    private final List<Problem> problems = new ArrayList<>();

    private RedisCheck(RedisConfig config) {
        this.config = config;
    }

    static List<Problem> of(RedisConfig config) {
        RedisCheck check = new RedisCheck(config);
        if (config.underSentinel()) {
            check.counts();
            check.timers();
            check.minimumOfReplicas();
            check.sentinelPorts();
        } else {
            new PortRange("port", config.port(), 1).problem().ifPresent(check.problems::add);
        }
        return List.copyOf(check.problems);
    }

    private void counts() {
        if (config.replicas() < 1) {
            report(
                    "replicas",
                    "must be at least 1, got " + config.replicas(),
                    "for a single Redis set topology: standalone");
        }
        if (config.sentinels() < 1) {
            report(
                    "sentinels",
                    "must be at least 1, got " + config.sentinels(),
                    "3 is the least that survives losing one; without any set topology: standalone");
        } else if (config.quorum() > config.sentinels()) {
            report(
                    "quorum",
                    config.quorum() + " can never agree: there are " + config.sentinels() + " sentinels",
                    "more than half of the sentinels is usual: " + (config.sentinels() / 2 + 1));
        }
        if (config.quorum() < 1) {
            report("quorum", "must be at least 1, got " + config.quorum(), "2 of 3 sentinels is usual");
        }
    }

    private void timers() {
        if (config.downAfterMilliseconds() < 100) {
            report(
                    "down-after-milliseconds",
                    "must be at least 100, got " + config.downAfterMilliseconds(),
                    "a sentinel looks ten times a second; below 500 fail-overs become unreliable");
        }
        int pingPeriod = config.pingPeriod();
        if (pingPeriod < RedisConfig.SHORTEST_PING_PERIOD || pingPeriod > RedisConfig.LONGEST_PING_PERIOD) {
            report(
                    "ping-period-milliseconds",
                    "must be between 250 and 1000, got " + pingPeriod,
                    "0 takes half of down-after, 1000 is Redis' own");
        }
        if (config.failoverTimeout() < 1) {
            report(
                    "failover-timeout",
                    "must be at least 1, got " + config.failoverTimeout(),
                    "milliseconds; 3000 leaves a fail-over room, 1000 aborts most of them");
        }
    }

    private void minimumOfReplicas() {
        if (config.minReplicasToWrite() < 0) {
            report("min-replicas-to-write", "must be at least 0, got " + config.minReplicasToWrite(), "0 turns it off");
        } else if (config.replicas() >= 1 && config.minReplicasToWrite() > config.replicas()) {
            report(
                    "min-replicas-to-write",
                    config.minReplicasToWrite() + " can never be met: there are " + config.replicas() + " replicas",
                    "no write would ever be accepted; fewer than replicas leaves one to lose");
        }
        if (config.minReplicasMaxLag() < 1) {
            report(
                    "min-replicas-max-lag",
                    "must be at least 1, got " + config.minReplicasMaxLag(),
                    "seconds; to turn the minimum off set min-replicas-to-write: 0");
        }
    }

    private void sentinelPorts() {
        int dataNodes = 1 + Math.max(0, config.replicas());
        int sentinels = Math.max(1, config.sentinels());
        PortRange data = new PortRange("port", config.port(), dataNodes);
        PortRange watching = new PortRange("sentinel-port", config.sentinelPort(), sentinels);
        List<Problem> unsound = Stream.of(data, watching)
                .flatMap(ports -> ports.problem().stream())
                .toList();
        problems.addAll(unsound);
        if (unsound.isEmpty() && data.overlaps(watching)) {
            report(watching.path(), watching + " overlaps the data nodes' " + data, "9000 is usual");
        }
    }

    private void report(String path, String message, String hint) {
        problems.add(new Problem(path, message, hint));
    }
}
