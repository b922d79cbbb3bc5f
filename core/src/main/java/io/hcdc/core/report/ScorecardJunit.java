package io.hcdc.core.report;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.matrix.Scorecard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scorecard as JUnit XML: a suite for the stack, a case per cell whose time is the longest outage in seconds. */
public final class ScorecardJunit {

    public String text(Scorecard card) {
        String suite = "hcdc." + card.stack();
        Map<String, String> properties = new LinkedHashMap<>();
        for (Scorecard.Row row : card.rows()) {
            properties.put(name(row) + " predictedMs", String.valueOf(row.predictedMs()));
            properties.put(name(row) + " medianMs", String.valueOf(row.medianMs()));
        }
        return JunitXml.write(
                suite,
                "",
                properties,
                card.rows().stream().map(row -> of(suite, row)).toList());
    }

    private static JunitXml.Case of(String suite, Scorecard.Row row) {
        return new JunitXml.Case(
                suite + "." + row.target(),
                name(row),
                row.maxMs() / 1000,
                row.verdict() == Verdict.FAIL ? row.reasons() : List.of(),
                row.verdict() == Verdict.UNKNOWN ? row.reasons() : List.of(),
                "");
    }

    private static String name(Scorecard.Row row) {
        return row.fault() + " " + row.target();
    }
}
