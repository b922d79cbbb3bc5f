package io.hcdc.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is missing in what the nodes of a set under Sentinel said: the first thing worth saying, most urgent first. */
final class Diagnosis {
    private final RedisConfig config;
    private final Survey survey;

    private Diagnosis(RedisConfig config, Survey survey) {
        this.config = config;
        this.survey = survey;
    }

    /** Empty when the set is complete. */
    static Optional<String> of(RedisConfig config, Survey survey) {
        Diagnosis diagnosis = new Diagnosis(config, survey);
        return diagnosis
                .master()
                .or(diagnosis::dataNodes)
                .map(missing ->
                        missing + diagnosis.tilt().map(tilt -> "; " + tilt).orElse(""))
                .or(diagnosis::tilt)
                .or(diagnosis::sentinels);
    }

    private Optional<String> master() {
        List<String> masters = survey.masters();
        if (masters.isEmpty()) {
            return Optional.of("no data node is master" + suffix(silent(survey.data())));
        }
        if (masters.size() > 1) {
            return Optional.of(String.join(" and ", masters) + " both claim to be master");
        }
        return Optional.empty();
    }

    private Optional<String> dataNodes() {
        String master = survey.masters().get(0);
        for (Map.Entry<String, Optional<DataView>> entry : survey.data().entrySet()) {
            String node = entry.getKey();
            if (entry.getValue().isEmpty()) {
                return Optional.of(node + " does not answer");
            }
            DataView view = entry.getValue().get();
            if (view.loading()) {
                return Optional.of(node + " is loading its data");
            }
            if (!view.master() && !view.follows().equals(master)) {
                return Optional.of(node + " follows " + view.follows() + " instead of " + master);
            }
            if (!view.master() && !view.linkUp()) {
                return Optional.of(node + " is not connected to its master " + master);
            }
        }
        return Optional.empty();
    }

    /** Whatever else is missing lasts until sentinels act again. */
    private Optional<String> tilt() {
        List<String> tilted = survey.sentinels().entrySet().stream()
                .filter(entry -> entry.getValue().map(SentinelView::inTilt).orElse(false))
                .map(entry -> entry.getKey() + " " + entry.getValue().get().tiltProgress())
                .toList();
        return tilted.isEmpty()
                ? Optional.empty()
                : Optional.of("only watching, in TILT: " + String.join(", ", tilted));
    }

    private Optional<String> sentinels() {
        String master = survey.masters().get(0);
        for (Map.Entry<String, Optional<SentinelView>> entry :
                survey.sentinels().entrySet()) {
            String sentinel = entry.getKey();
            if (entry.getValue().isEmpty()) {
                return Optional.of(sentinel + " does not answer");
            }
            SentinelView view = entry.getValue().get();
            if (!view.master().equals(master)) {
                return Optional.of(sentinel + " still names " + view.master() + " as master, not " + master);
            }
            if (view.masterDown()) {
                return Optional.of(sentinel + " does not reach the master " + master);
            }
            if (view.replicas().size() < config.replicas()) {
                return Optional.of(
                        sentinel + " could fail over to " + view.replicas().size() + " of "
                                + config.replicas() + " replicas"
                                + suffix(missing(survey.data().keySet(), view.replicas(), master)));
            }
            if (view.sentinels().size() < config.sentinels() - 1) {
                return Optional.of(sentinel + " sees " + view.sentinels().size() + " of " + (config.sentinels() - 1)
                        + " other sentinels"
                        + suffix(missing(survey.sentinels().keySet(), view.sentinels(), sentinel)));
            }
        }
        return Optional.empty();
    }

    private static List<String> silent(Map<String, ? extends Optional<?>> answers) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> missing(Iterable<String> all, Set<String> seen, String self) {
        List<String> missing = new ArrayList<>();
        all.forEach(name -> {
            if (!seen.contains(name) && !name.equals(self)) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static String suffix(List<String> nodes) {
        return nodes.isEmpty() ? "" : " (without " + String.join(", ", new TreeSet<>(nodes)) + ")";
    }
}
