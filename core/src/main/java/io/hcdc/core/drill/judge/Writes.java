package io.hcdc.core.drill.judge;

import io.hcdc.api.drill.Outcome.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the attempts, as the application was told: how many ended in each way.
 *
 * @param errors the most frequent reasons of those that were not acknowledged → how many; the most frequent first
 */
public record Writes(int acknowledged, int failed, int indeterminate, Map<String, Integer> errors) {
    private static final int MOST = 5;

    static Writes of(Reading history) {
        WriteLog writes = history.writes();
        return new Writes(
                writes.numbers(Kind.OK).cardinality(),
                writes.numbers(Kind.FAIL).cardinality(),
                writes.numbers(Kind.INDETERMINATE).cardinality(),
                errors(writes));
    }

    private static Map<String, Integer> errors(WriteLog writes) {
        Map<String, Integer> all = writes.indices()
                .filter(i -> !writes.acknowledged(i) && !writes.error(i).isEmpty())
                .boxed()
                .collect(Collectors.toMap(writes::error, i -> 1, Integer::sum));
        Map<String, Integer> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }
}
