package io.hcdc.core.report.page;

import java.util.List;

/** The part of a round that the page's script draws. */
record ChartData(int round, double outageMs, Curve curve, List<Double> marks, Claims claims, double healedMs) {

    static ChartData of(RoundView view) {
        return new ChartData(
                view.round().number(),
                view.round().outage().ms(),
                view.curve(),
                view.marks().stream().map(Mark::ms).toList(),
                view.claims(),
                view.round().redundancy().healedMs());
    }
}
