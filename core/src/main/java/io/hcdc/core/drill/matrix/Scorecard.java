package io.hcdc.core.drill.matrix;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Statistics;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What every fault does to every target of a stack.
 *
 * @param rows one per cell, in the order in which they were drilled
 */
public record Scorecard(String stack, List<Row> rows) {
    public Scorecard {
        rows = List.copyOf(rows);
    }

    /** Fail when any cell fails, else unknown when any is, else pass. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Verdict verdict() {
        for (Verdict bad : List.of(Verdict.FAIL, Verdict.UNKNOWN)) {
            if (rows.stream().anyMatch(row -> row.verdict() == bad)) {
                return bad;
            }
        }
        return Verdict.PASS;
    }

    /**
     * One target and one fault. Times are in milliseconds; -1 stands for "never, or not known".
     *
     * @param via the path that was asked for; empty for the target's default
     * @param n how many rounds were done
     * @param predictedMs the outage that the configured timers led one to expect
     * @param medianMs of the outages
     * @param maxMs the longest of the outages
     * @param predictionMissed whether that differs by more than half in any round
     * @param lost the most acknowledged writes that a round lost; -1 where none of them could know
     * @param redundantMs the longest time until redundancy was restored
     * @param reasons why it is no pass; one line each
     * @param folder where its histories are; empty when it did not come so far
     */
    public record Row(
            String target,
            String fault,
            String via,
            int n,
            double predictedMs,
            double medianMs,
            double maxMs,
            boolean predictionMissed,
            int lost,
            double redundantMs,
            Verdict verdict,
            List<String> reasons,
            String folder) {

        private static final double UNKNOWN = -1;

        public Row {
            reasons = List.copyOf(reasons);
        }

        /** What a drill has shown. */
        public static Row of(DrillReport report) {
            List<RoundResult> rounds = report.rounds();
            return new Row(
                    report.spec().target(),
                    report.spec().fault(),
                    report.spec().via().orElse(""),
                    rounds.size(),
                    report.predictedMs().map(Long::doubleValue).orElse(UNKNOWN),
                    Statistics.known(rounds, round -> round.outage().ms())
                            .map(Statistics::median)
                            .orElse(UNKNOWN),
                    worst(rounds, round -> round.outage().ms()),
                    rounds.stream().anyMatch(round -> round.outage().missedPrediction()),
                    rounds.stream()
                            .flatMap(round -> round.loss().lost().stream())
                            .max(Integer::compare)
                            .orElse(-1),
                    worst(rounds, round -> round.redundancy().restoredMs()),
                    report.verdict(),
                    report.reasons(),
                    report.folder());
        }

        /** A drill that could not be brought to its end. */
        public static Row broken(DrillSpec spec, String error) {
            return new Row(
                    spec.target(),
                    spec.fault(),
                    spec.via().orElse(""),
                    0,
                    -1,
                    -1,
                    -1,
                    false,
                    -1,
                    -1,
                    Verdict.UNKNOWN,
                    List.of(error),
                    "");
        }

        /** One round that never came to it is worse than any that did. */
        private static double worst(List<RoundResult> rounds, ToDoubleFunction<RoundResult> value) {
            return Statistics.known(rounds, value)
                    .filter(known -> known.n() == rounds.size())
                    .map(Statistics::max)
                    .orElse(UNKNOWN);
        }
    }
}
