package io.hcdc.core.report.page;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.judge.RoundResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A moment worth a line across the charts.
 *
 * @param ms since the fault was requested
 * @param by who said it: a node, or hcdc
 */
public record Mark(double ms, String what, String by) {
    private static final String HCDC = "hcdc";

    /** The moments of a round in the order of their times. */
    static List<Mark> of(RoundResult round, List<Entry> entries, long origin) {
        List<Mark> marks = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Fault fault) {
                marks.add(new Mark(
                        millis(fault, origin),
                        "fault " + fault.phase().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        fault.node()));
            } else if (entry instanceof Entry.Redundant redundant) {
                boolean restored = redundant.missing().isEmpty();
                marks.add(new Mark(
                        millis(redundant, origin),
                        restored ? "redundancy restored" : "redundancy given up: " + redundant.missing(),
                        HCDC));
            }
        }
        round.outage()
                .stages()
                .forEach(stage -> marks.add(new Mark(
                        stage.ms(),
                        stage.stage().name().toLowerCase(Locale.ROOT) + " (" + stage.event() + ")",
                        stage.source())));
        if (round.outage().ms() > 0) {
            marks.add(new Mark(round.outage().ms(), "first of the writes that are steady again", HCDC));
        }
        marks.sort(Comparator.comparingDouble(Mark::ms));
        return marks;
    }

    static double millis(Entry entry, long origin) {
        return Math.round((entry.at() - origin) / 10_000.0) / 100.0;
    }
}
