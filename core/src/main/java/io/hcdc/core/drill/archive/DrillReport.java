package io.hcdc.core.drill.archive;

import io.hcdc.core.drill.history.Entry.EndedEarly.Cause;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.progress.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole drill.
 *
 * @param folder where its histories are kept
 */
public record DrillReport(String id, String stack, DrillSpec spec, String folder, List<RoundResult> rounds) {

    /**
     * Unknown when any round is; else fail when any round misses an objective, or the drill gave up as it was told to; else
     * unknown when not every round was run, or its time was over before its end.
     */
    public Verdict verdict() {
        if (rounds.stream().anyMatch(round -> round.known() != RoundResult.Known.YES)) {
            return Verdict.UNKNOWN;
        } else if (!misses().isEmpty()) {
            return Verdict.FAIL;
        }
        return unfinished().isEmpty() ? Verdict.PASS : Verdict.UNKNOWN;
    }

    /** The outage in milliseconds that the configured timers led one to expect; empty where nobody could say. */
    public Optional<Long> predictedMs() {
        return rounds.stream()
                .map(round -> round.outage().predictedMs())
                .filter(ms -> ms >= 0)
                .findFirst();
    }

    /** Why the drill does not pass: one line each. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>(misses());
        unfinished().ifPresent(reasons::add);
        return reasons;
    }

    private List<String> misses() {
        List<String> reasons = new ArrayList<>();
        for (RoundResult round : rounds) {
            reasons(round).forEach(reason -> reasons.add("round " + round.number() + ": " + reason));
        }
        spec.objectives()
                .baseline()
                .ifPresent(baseline -> baseline.regressions(rounds)
                        .forEach(worse -> reasons.add("worse than " + baseline.file() + ": " + worse)));
        return reasons;
    }

    private Optional<String> unfinished() {
        Optional<RoundResult> cut = rounds.stream()
                .filter(round -> round.ending().early().equals(Optional.of(Cause.OUT_OF_TIME)))
                .findFirst();
        if (cut.isPresent()) {
            return Optional.of(
                    "round " + cut.get().number() + ": " + cut.get().ending().because());
        }
        boolean aborted =
                rounds.stream().anyMatch(round -> round.ending().early().isPresent());
        return rounds.size() == spec.rounds() || aborted
                ? Optional.empty()
                : Optional.of("only " + rounds.size() + " of " + spec.rounds() + " rounds were run");
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
        boolean complete = round.ending().early().isEmpty();
        if (round.ending().early().equals(Optional.of(Cause.ABORTED))) {
            reasons.add("gave up: " + round.ending().because());
        } else if (complete && round.outage().ms() < 0) {
            reasons.add("writes never recovered");
        }
        tooLong(round).ifPresent(reasons::add);
        lost(round).ifPresent(reasons::add);
        round.latency()
                .after()
                .flatMap(after -> longer(
                        "99 % of the writes after recovery took up to",
                        after.response().p99Ms(), spec.objectives().maxP99()))
                .ifPresent(reasons::add);
        longer(
                        "redundancy after",
                        round.redundancy().restoredMs(),
                        spec.objectives().maxUnredundant())
                .ifPresent(reasons::add);
        if (complete && !round.redundancy().missing().isEmpty()) {
            reasons.add("redundancy was not restored: " + round.redundancy().missing());
        }
        return reasons;
    }

    /** Which settings would have shown something else, where what they decide missed an objective: one line each. */
    public List<String> hints() {
        Stream<String> outages = rounds.stream()
                .filter(round -> tooLong(round).isPresent())
                .flatMap(round -> round.outage().remedy().stream());
        Stream<String> losses = rounds.stream()
                .filter(round -> lost(round).isPresent())
                .flatMap(round -> round.loss().remedy().stream());
        return Stream.concat(outages, losses).distinct().toList();
    }

    private Optional<String> tooLong(RoundResult round) {
        return longer("outage", round.outage().ms(), spec.objectives().maxOutage());
    }

    private static Optional<String> longer(String what, double ms, Optional<Duration> most) {
        return most.filter(wanted -> ms > wanted.toMillis())
                .map(wanted -> what + " " + new Span(ms) + ", at most " + Span.of(wanted) + " wanted: "
                        + new Span(ms - wanted.toMillis()) + " too long");
    }

    private Optional<String> lost(RoundResult round) {
        int most = spec.objectives().maxLost().orElse(0);
        return round.loss()
                .lost()
                .filter(lost -> lost > most)
                .map(lost -> lost + " acknowledged writes lost, at most " + most + " accepted");
    }
}
