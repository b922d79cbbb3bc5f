package io.hcdc.core.report;

import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scorecard for the eye: cells of a table, and why what did not pass did not. */
public final class ScorecardText {

    /** The names of the columns. */
    public List<String> head() {
        return List.of("TARGET", "FAULT", "N", "PREDICTED", "MEDIAN", "MAX", "LOST", "REDUNDANT", "VERDICT");
    }

    /** One line of the table. A measured outage far from the prediction has a '!'. */
    public List<String> cells(Scorecard.Row row) {
        return List.of(
                row.target(),
                row.fault(),
                String.valueOf(row.n()),
                span(row.predictedMs(), "-"),
                row.n() == 0 ? "-" : span(row.medianMs(), "never") + (row.predictionMissed() ? " !" : ""),
                row.n() == 0 ? "-" : span(row.maxMs(), "never"),
                row.lost() < 0 ? "-" : String.valueOf(row.lost()),
                row.n() == 0 ? "-" : span(row.redundantMs(), "never"),
                row.verdict().name().toLowerCase(Locale.ROOT));
    }

    /** What is below the table: one line each. */
    public List<String> notes(Scorecard card) {
        List<String> notes = new ArrayList<>();
        for (Scorecard.Row row : card.rows()) {
            row.reasons().forEach(reason -> notes.add(row.fault() + " " + row.target() + ": " + reason));
        }
        if (card.rows().stream().anyMatch(Scorecard.Row::predictionMissed)) {
            notes.add("! the prediction was missed by more than half: a formula, or a setting, is not what one thinks");
        }
        return notes;
    }

    private static String span(double ms, String otherwise) {
        return ms < 0 ? otherwise : ms == 0 ? "none" : new Span(ms).toString();
    }
}
