package io.hcdc.core.report;

import io.hcdc.core.drill.judge.Verdict;
import java.util.List;

/**
 * What one fault did to one target. Times are in milliseconds; -1 stands for "never, or not known".
 *
 * @param n how many rounds were run
 * @param predictedMs the outage that the configured timers led one to expect
 * @param medianMs of the outages
 * @param maxMs the longest of them
 * @param lost the most acknowledged writes that a round lost; -1 where nobody can know
 * @param redundantMs the longest time until redundancy was restored
 * @param reasons why it is no pass; one line each
 */
public record ScoreRow(
        String target,
        String fault,
        int n,
        double predictedMs,
        double medianMs,
        double maxMs,
        int lost,
        double redundantMs,
        Verdict verdict,
        List<String> reasons) {
    public ScoreRow {
        reasons = List.copyOf(reasons);
    }
}
