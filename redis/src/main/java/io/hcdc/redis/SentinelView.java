package io.hcdc.redis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a sentinel sees the set it watches.
 *
 * @param master the data node it holds to be the master
 * @param epoch of its configuration: the higher one is the newer
 * @param masterDown whether it finds the master down
 * @param replicas those it is connected to and does not find down: it could fail over to them
 * @param sentinels the other sentinels it can reach
 * @param tiltSeconds how long it has been in TILT: it stood still or its clock jumped, so it only watches; -1 when it acts
 */
record SentinelView(
        String master, long epoch, boolean masterDown, Set<String> replicas, Set<String> sentinels, long tiltSeconds) {
    static final List<String[]> QUESTIONS = List.of(
            new String[] {"SENTINEL", "MASTER", Layout.SET},
            new String[] {"SENTINEL", "REPLICAS", Layout.SET},
            new String[] {"SENTINEL", "SENTINELS", Layout.SET},
            new String[] {"INFO", "sentinel"});

    static SentinelView read(List<Object> answers) {
        Map<String, String> master = Replies.map(answers.get(0));
        return new SentinelView(
                master.getOrDefault("ip", ""),
                Replies.number(master.getOrDefault("config-epoch", "0")),
                down(master),
                Replies.list(answers.get(1)).stream()
                        .map(Replies::map)
                        // Not by its master-link-status: that is up to ten seconds old, and no reason not to choose it.
                        .filter(replica -> !down(replica))
                        .map(replica -> replica.getOrDefault("ip", ""))
                        .collect(Collectors.toUnmodifiableSet()),
                // Right after a start a sentinel may not be connected to another one for up to a second, well before
                // it would need it; it finds it down after down-after-milliseconds.
                Replies.list(answers.get(2)).stream()
                        .map(Replies::map)
                        .filter(other -> !other.getOrDefault("flags", "").contains("s_down"))
                        .map(other -> other.getOrDefault("ip", ""))
                        .collect(Collectors.toUnmodifiableSet()),
                Replies.number(Replies.info(answers.get(3)).getOrDefault("sentinel_tilt_since_seconds", "-1")));
    }

    boolean inTilt() {
        return tiltSeconds >= 0;
    }

    /** TILT ends when 30 s have passed without another jump. */
    String tiltProgress() {
        return "(" + tiltSeconds + " of 30 s)";
    }

    private static boolean down(Map<String, String> instance) {
        String flags = instance.getOrDefault("flags", "");
        return flags.contains("s_down") || flags.contains("o_down") || flags.contains("disconnected");
    }

    /** One line on what it sees. */
    String describe() {
        return (inTilt() ? "in TILT " + tiltProgress() + ", " : "") + "follows " + master
                + (masterDown ? " (down)" : "") + ", replicas " + replicas.size() + ", other sentinels "
                + sentinels.size() + ", epoch " + epoch;
    }
}
