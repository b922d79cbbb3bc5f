package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one Pgpool knows of the watchdog.
 *
 * @param self its own state there, in Pgpool's words, e.g. {@code LEADER}
 * @param states every member's state as this Pgpool sees it, its own among them, by node name
 */
record Watchdog(String self, Map<String, String> states) {
    static final String LEADER = "LEADER";
    static final String STANDBY = "STANDBY";

    /** States of a member that is no more. */
    private static final Set<String> GONE = Set.of("LOST", "SHUTDOWN", "DEAD");

    /** A member's name ends with the host's, which is the node's: {@code "172.18.0.8:5432 Linux pgpool1"}. */
    private static final Pattern MEMBER =
            Pattern.compile("\"NodeName\"\\s*:\\s*\"(?:[^\"]*\\s)?([^\"\\s]*)\".*?\"StateName\"\\s*:\\s*\"([^\"]*)\"");

    /** Reads Pgpool's JSON, in which the one that answers comes first. */
    static Watchdog read(String json) {
        Map<String, String> states = new LinkedHashMap<>();
        Matcher matcher = MEMBER.matcher(json.substring(Math.max(0, json.indexOf("\"WatchdogNodes\""))));
        while (matcher.find()) {
            states.put(matcher.group(1), matcher.group(2));
        }
        return new Watchdog(states.values().stream().findFirst().orElse(""), states);
    }

    boolean leads() {
        return self.equals(LEADER);
    }

    static boolean member(String state) {
        return state.equals(LEADER) || state.equals(STANDBY);
    }

    /** What has happened since an earlier look of the same Pgpool. */
    List<Evidence> since(Watchdog earlier, String pgpool) {
        List<Evidence> happened = new ArrayList<>();
        states.forEach((member, state) -> {
            if (!state.equals(earlier.states.get(member))) {
                happened.add(new Evidence(pgpool, state, member, stage(member.equals(pgpool), state)));
            }
        });
        return happened;
    }

    /** Of others, that they are no members any more; of itself, that it leads. What others say of a leader comes later. */
    private static Optional<Stage> stage(boolean itself, String state) {
        if (itself) {
            return state.equals(LEADER) ? Optional.of(Stage.PROMOTED) : Optional.empty();
        }
        return GONE.contains(state) ? Optional.of(Stage.DETECTED) : Optional.empty();
    }
}
