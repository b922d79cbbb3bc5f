package io.hcdc.postgres;

import io.hcdc.postgres.Ask.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is missing in what the servers behind Pgpool said: the first thing worth saying, most urgent first. */
final class Diagnosis {
    private final PostgresConfig config;
    private final Survey survey;

    private Diagnosis(PostgresConfig config, Survey survey) {
        this.config = config;
        this.survey = survey;
    }

    /** Empty when the cluster is complete. */
    static Optional<String> of(PostgresConfig config, Survey survey) {
        Diagnosis diagnosis = new Diagnosis(config, survey);
        return diagnosis
                .primary()
                .or(diagnosis::standbys)
                .or(diagnosis::synchronous)
                .or(diagnosis::pgpools)
                .or(diagnosis::watchdog);
    }

    private Optional<String> primary() {
        List<String> primaries = survey.primaries();
        if (primaries.isEmpty()) {
            List<String> silent = survey.silent();
            return Optional.of(
                    "no node is primary" + (silent.isEmpty() ? "" : " (without " + String.join(", ", silent) + ")"));
        }
        return primaries.size() > 1
                ? Optional.of(String.join(" and ", primaries) + " both claim to be primary")
                : Optional.empty();
    }

    private Optional<String> standbys() {
        String primary = survey.primaries().get(0);
        NodeView leader = survey.views().get(primary);
        for (Map.Entry<String, Said<NodeView>> entry : survey.nodes().entrySet()) {
            String node = entry.getKey();
            if (entry.getValue().answer().isEmpty()) {
                return Optional.of(
                        node + " does not answer: " + entry.getValue().why());
            }
            if (!node.equals(primary) && leader.streaming(node).isEmpty()) {
                String trouble = entry.getValue().answer().get().trouble();
                return Optional.of(node + " does not stream from the primary " + primary
                        + (trouble.isEmpty() ? "" : ": " + trouble));
            }
        }
        return Optional.empty();
    }

    private Optional<String> synchronous() {
        String primary = survey.primaries().get(0);
        boolean satisfied =
                survey.views().get(primary).followers().values().stream().anyMatch(NodeView.Follower::synchronous);
        return config.synchronous() && !satisfied
                ? Optional.of("no standby of " + primary + " is synchronous")
                : Optional.empty();
    }

    private Optional<String> pgpools() {
        for (Map.Entry<String, Said<PgpoolView>> entry : survey.pgpools().entrySet()) {
            String pgpool = entry.getKey();
            if (entry.getValue().answer().isEmpty()) {
                return Optional.of(
                        pgpool + " does not serve: " + entry.getValue().why());
            }
            List<String> disagreements = entry.getValue().answer().get().disagreements(survey);
            if (!disagreements.isEmpty()) {
                return Optional.of(pgpool + " " + disagreements.get(0));
            }
        }
        return Optional.empty();
    }

    private Optional<String> watchdog() {
        for (Map.Entry<String, Said<Watchdog>> entry : survey.watchdogs().entrySet()) {
            String pgpool = entry.getKey();
            if (entry.getValue().answer().isEmpty()) {
                return Optional.of(
                        pgpool + " takes no commands: " + entry.getValue().why());
            }
            Map<String, String> states = entry.getValue().answer().get().states();
            for (String member : survey.watchdogs().keySet()) {
                String state = states.getOrDefault(member, "unknown");
                if (!Watchdog.member(state)) {
                    return Optional.of(pgpool + " sees " + member + " as " + state + " in the watchdog");
                }
            }
        }
        List<String> leaders = survey.watchdogLeaders();
        return leaders.size() == 1
                ? Optional.empty()
                : Optional.of(
                        leaders.isEmpty()
                                ? "no pgpool leads the watchdog"
                                : String.join(" and ", leaders) + " both claim to lead the watchdog");
    }
}
