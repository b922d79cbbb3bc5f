package io.hcdc.core.report;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.json.Json;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Many drills of one stack as one table, as text, JSON and JUnit XML; the page for a browser is beside the drill's. */
public final class ScorecardForms {
    private static final List<String> HEADINGS =
            List.of("TARGET", "FAULT", "N", "PREDICTED", "MEDIAN", "MAX", "LOST", "REDUNDANT", "VERDICT");

    private final String stack;
    private final List<ScoreRow> rows;

    public ScorecardForms(String stack, List<ScoreRow> rows) {
        this.stack = stack;
        this.rows = List.copyOf(rows);
    }

    /** Columns that line up, and why cells do not pass. */
    public String text() {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(cells(row)));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                padded.append(line.get(i))
                        .append(" ".repeat(width(lines, i) - line.get(i).length()));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        for (ScoreRow row : rows) {
            row.reasons()
                    .forEach(reason ->
                            text.append('\n').append(name(row)).append(": ").append(reason));
        }
        return text.append(text.charAt(text.length() - 1) == '\n' ? "" : "\n").toString();
    }

    /** The same as values. */
    public String json() {
        return new Json().text(Map.of("stack", stack, "rows", rows)) + "\n";
    }

    /** A suite for the stack, a case per cell whose time is the longest outage in seconds. */
    public String junit() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (ScoreRow row : rows) {
            properties.put(name(row) + " predictedMs", String.valueOf(row.predictedMs()));
            properties.put(name(row) + " medianMs", String.valueOf(row.medianMs()));
        }
        String suite = "hcdc." + stack;
        List<JunitXml.Case> cases = rows.stream()
                .map(row -> new JunitXml.Case(
                        suite + "." + row.target(),
                        name(row),
                        row.maxMs() / 1000,
                        row.verdict() == Verdict.FAIL ? row.reasons() : List.of(),
                        row.verdict() == Verdict.UNKNOWN ? row.reasons() : List.of(),
                        ""))
                .toList();
        return JunitXml.write(suite, "", properties, cases);
    }

    private static List<String> cells(ScoreRow row) {
        return List.of(
                row.target(),
                row.fault(),
                String.valueOf(row.n()),
                time(row.predictedMs()),
                time(row.medianMs()),
                time(row.maxMs()),
                row.lost() < 0 ? "–" : String.valueOf(row.lost()),
                time(row.redundantMs()),
                row.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static String name(ScoreRow row) {
        return row.fault() + " " + row.target();
    }

    private static String time(double ms) {
        return ms < 0 ? "–" : new Span(ms).toString();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0) + 2;
    }
}
