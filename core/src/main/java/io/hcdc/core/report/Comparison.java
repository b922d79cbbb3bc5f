package io.hcdc.core.report;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Statistics;
import io.hcdc.core.json.Json;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Two drills side by side: what they measured, and in what they differed. */
public final class Comparison {
    private static final String ABSENT = "–";

    private final DrillDocument before;
    private final DrillDocument after;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String before, String after, String change) {}

    public Comparison(DrillDocument before, DrillDocument after) {
        this.before = before;
        this.after = after;
    }

    /** For people. */
    public String text() {
        rows.clear();
        row("", drill -> drill.drill().id());
        row("target", drill -> drill.drill().spec().target());
        row("fault", drill -> drill.drill().spec().fault());
        row("rounds", drill -> String.valueOf(drill.drill().rounds().size()));
        statistics("outage", round -> round.outage().ms());
        statistics("redundancy", round -> round.redundancy().restoredMs());
        row("predicted", drill -> predicted(drill.drill()));
        row("lost", drill -> lost(drill.drill()));
        row("verdict", drill -> drill.verdict().name().toLowerCase(Locale.ROOT));
        String measured = table(rows);
        rows.clear();
        differences();
        return measured + "\n" + (rows.isEmpty() ? "nothing else differed\n" : "what differed\n" + table(rows));
    }

    /** Everything that was chosen, or given, and was not the same. */
    private void differences() {
        Map<String, String> first = conditions(before);
        Map<String, String> second = conditions(after);
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            String was = first.getOrDefault(name, ABSENT);
            String is = second.getOrDefault(name, ABSENT);
            if (!was.equals(is)) {
                rows.add(new Row(name, was, is, ""));
            }
        }
    }

    private Map<String, String> conditions(DrillDocument drill) {
        Map<String, String> conditions = new TreeMap<>();
        flatten("drill", new Json().tree(drill.drill().spec()), conditions);
        if (before.provenance().settings().isEmpty()
                || after.provenance().settings().isEmpty()) {
            conditions.put("settings", drill.provenance().settings().isEmpty() ? "not kept" : "kept");
            return conditions;
        }
        conditions.putAll(drill.provenance().settings());
        drill.provenance().images().forEach((name, tag) -> conditions.put("image." + name, tag));
        conditions.put("hcdc", drill.provenance().hcdc());
        conditions.put("stack", drill.drill().stack());
        conditions.put("system", drill.provenance().system());
        return conditions;
    }

    private static void flatten(String path, Object value, Map<String, String> conditions) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((name, inner) -> flatten(path + "." + name, inner, conditions));
        } else if (value != null) {
            conditions.put(path, value.toString());
        }
    }

    private void row(String name, Function<DrillDocument, String> value) {
        rows.add(new Row(name, value.apply(before), value.apply(after), ""));
    }

    private void statistics(String name, ToDoubleFunction<RoundResult> value) {
        Optional<Statistics> was = Statistics.known(before.drill().rounds(), value);
        Optional<Statistics> is = Statistics.known(after.drill().rounds(), value);
        compare(name + ", median", was.map(Statistics::median), is.map(Statistics::median));
        compare(name + ", max", was.map(Statistics::max), is.map(Statistics::max));
    }

    private void compare(String name, Optional<Double> was, Optional<Double> is) {
        String change = was.isPresent() && is.isPresent() ? change(was.get(), is.get()) : "";
        rows.add(new Row(name, span(was), span(is), change));
    }

    private static String change(double was, double is) {
        if (Math.abs(is - was) < 0.5) {
            return "same";
        }
        String percent = was == 0 ? "" : String.format(Locale.ROOT, " (%+.0f %%)", 100 * (is - was) / was);
        return (is < was ? "-" : "+") + new Span(Math.abs(is - was)) + percent;
    }

    private static String span(Optional<Double> millis) {
        return millis.map(ms -> new Span(ms).toString()).orElse(ABSENT);
    }

    private static String predicted(DrillReport drill) {
        return drill.predictedMs().map(ms -> new Span(ms).toString()).orElse(ABSENT);
    }

    private static String lost(DrillReport drill) {
        List<Integer> known = drill.rounds().stream()
                .flatMap(round -> round.loss().lost().stream())
                .toList();
        return known.isEmpty()
                ? "not known"
                : String.valueOf(known.stream().mapToInt(Integer::intValue).sum());
    }

    private static String table(List<Row> rows) {
        int names = width(rows, Row::name);
        int first = width(rows, Row::before);
        int second = width(rows, Row::after);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String line = "  " + padded(row.name(), names) + padded(row.before(), first) + padded(row.after(), second)
                    + row.change();
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
