package io.hcdc.core.drill.archive;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;

/**
 * A kept drill in a few words.
 *
 * @param rounds how many were to be run
 */
public record DrillSummary(String id, String target, String fault, int rounds, Verdict verdict) {

    static DrillSummary of(DrillPlan plan, Verdict verdict) {
        DrillSpec spec = plan.spec();
        return new DrillSummary(plan.id(), spec.target(), spec.fault(), spec.rounds(), verdict);
    }
}
