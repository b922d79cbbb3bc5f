package io.hcdc.core.drill;

import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.progress.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole drill.
 *
 * @param folder where its histories are kept
 */
public record DrillReport(String id, String stack, DrillSpec spec, String folder, List<RoundResult> rounds) {

    /** Unknown when any round is, or was not run; else fail when any round misses an objective. */
    public Verdict verdict() {
        if (rounds.size() < spec.rounds()
                || rounds.stream().anyMatch(round -> round.known() != RoundResult.Known.YES)) {
            return Verdict.UNKNOWN;
        }
        return reasons().isEmpty() ? Verdict.PASS : Verdict.FAIL;
    }

    /** Why the drill does not pass: one line each. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (RoundResult round : rounds) {
            reasons(round).forEach(reason -> reasons.add("round " + round.number() + ": " + reason));
        }
        if (rounds.size() < spec.rounds()) {
            reasons.add("only " + rounds.size() + " of " + spec.rounds() + " rounds were run");
        }
        return reasons;
    }

    /** The same histories held to other objectives. */
    DrillReport judgedBy(DrillSpec.Objectives objectives) {
        return new DrillReport(id, stack, spec.judgedBy(objectives), folder, rounds);
    }

    /** Why a round does not pass. */
    public List<String> reasons(RoundResult round) {
        List<String> reasons = new ArrayList<>();
        switch (round.known()) {
            case CUT -> {
                // What was not seen is no reason of its own.
                return List.of(round.extent().shortfall().orElse("the history is cut"));
            }
            case NO_WRITES_BEFORE -> reasons.add("no write was acknowledged before the fault");
            case FAULT_UNCONFIRMED -> reasons.add("nobody saw the fault take effect");
            case NO_FINAL_READ -> reasons.add("the settled leader could not be read");
            case YES -> {}
        }
        Optional<Duration> maxOutage = spec.objectives().maxOutage();
        if (round.outage().ms() < 0) {
            reasons.add("writes never recovered");
        } else if (maxOutage.isPresent()
                && round.outage().ms() > maxOutage.get().toMillis()) {
            double excess = round.outage().ms() - maxOutage.get().toMillis();
            reasons.add("outage " + new Span(round.outage().ms()) + ", at most " + Span.of(maxOutage.get())
                    + " wanted: " + new Span(excess) + " too long");
        }
        int lost = round.loss().lost().orElse(0);
        if (lost > spec.objectives().maxLost()) {
            reasons.add(lost + " acknowledged writes lost, at most "
                    + spec.objectives().maxLost() + " accepted");
        }
        if (!round.redundancy().missing().isEmpty()) {
            reasons.add("redundancy was not restored: " + round.redundancy().missing());
        }
        return reasons;
    }
}
