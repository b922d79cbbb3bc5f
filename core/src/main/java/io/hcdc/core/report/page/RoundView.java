package io.hcdc.core.report.page;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.judge.RoundResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A round as the page draws it.
 *
 * @param errors what the application was told most often, and how many times
 * @param said how many words of the servers are in its history
 */
public record RoundView(
        RoundResult round,
        Curve curve,
        List<Mark> marks,
        Claims claims,
        List<Split> split,
        List<Told> errors,
        List<Mark> said,
        int unsaid) {
    private static final int ERRORS = 5;
    private static final int WORDS = 100;

    /** @param error in the words of the server or of its client */
    public record Told(String error, int times) {}

    static RoundView of(RoundResult round, List<Entry> entries, int buckets) {
        long origin = origin(entries);
        List<Entry.Write> writes = entries.stream()
                .filter(Entry.Write.class::isInstance)
                .map(Entry.Write.class::cast)
                .toList();
        List<Mark> said = entries.stream()
                .filter(Entry.Event.class::isInstance)
                .map(Entry.Event.class::cast)
                .map(event -> new Mark(
                        Mark.millis(event, origin), Cut.to(120, event.name() + " " + event.detail()), event.source()))
                .sorted(Comparator.comparingDouble(Mark::ms))
                .toList();
        return new RoundView(
                round,
                Curve.of(writes, origin, buckets),
                Mark.of(round, entries, origin),
                Claims.of(entries, origin),
                Split.of(round),
                errors(writes),
                said.stream().limit(WORDS).toList(),
                Math.max(0, said.size() - WORDS));
    }

    private static long origin(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.Fault.class::isInstance)
                .mapToLong(Entry::at)
                .findFirst()
                .orElse(0);
    }

    private static List<Told> errors(List<Entry.Write> writes) {
        Map<String, Integer> times = new HashMap<>();
        for (Entry.Write write : writes) {
            if (!write.error().isEmpty()) {
                // Numbers differ from write to write and would make every error a kind of its own.
                times.merge(Cut.to(160, write.error()).replaceAll("\\d+", "#"), 1, Integer::sum);
            }
        }
        List<Told> told = times.entrySet().stream()
                .map(entry -> new Told(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Told::times).reversed().thenComparing(Told::error))
                .limit(ERRORS)
                .collect(Collectors.toCollection(ArrayList::new));
        return Collections.unmodifiableList(told);
    }
}
