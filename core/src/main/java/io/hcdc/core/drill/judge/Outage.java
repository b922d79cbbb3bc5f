package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.load.Streak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long nothing could be written. Milliseconds since the fault was requested; -1 stands for "never, or not known".
 *
 * @param confirmedMs when the fault's effect was confirmed
 * @param ms the outage an application felt; 0 when no write failed
 * @param resolutionMs how exactly it is known: the interval between two writes
 * @param predictedMs what the configured timers had led one to expect
 * @param stages when each stage of the fail-over was first proved by a server's own word
 * @param disturbed writes that failed or hung after recovery, while the node came back
 */
@JsonPropertyOrder({
    "confirmedMs",
    "outageMs",
    "resolutionMs",
    "predictedMs",
    "predictionMs",
    "predictionMissed",
    "stages",
    "disturbed"
})
public record Outage(
        double confirmedMs,
        @JsonProperty("outageMs") double ms,
        double resolutionMs,
        long predictedMs,
        List<Stage> stages,
        int disturbed) {

    /** Longer than any component needs from a fault's effect to the first write that fails for it. */
    private static final Duration UNHARMED = Duration.ofSeconds(1);

    /** @param ms since the fault was requested */
    public record Stage(Evidence.Stage stage, double ms, String source, String event) {}

    /** How much longer than predicted it took, in milliseconds; empty where either is not known. */
    @JsonProperty("predictionMs")
    public Optional<Double> beyondPrediction() {
        return predictedMs < 0 || ms < 0 ? Optional.empty() : Optional.of(ms - predictedMs);
    }

    /** Whether it differs from what was predicted by more than half of that: a formula or a setting is not what one thinks. */
    @JsonProperty("predictionMissed")
    public boolean missedPrediction() {
        return beyondPrediction().isPresent()
                && Math.abs(beyondPrediction().get()) > Math.max(predictedMs / 2.0, 2 * resolutionMs);
    }

    static Outage of(Reading history) {
        int failure = firstFailure(history);
        int recovery = recovery(history, failure);
        return new Outage(
                history.millisTo(Phase.CONFIRMED),
                length(history, failure, recovery),
                1000.0 / history.round().rate(),
                history.round().predictedMs(),
                stages(history),
                disturbed(history, recovery));
    }

    /** The first write after the fault that was not acknowledged, as an index; -1 when there is none. */
    private static int firstFailure(Reading history) {
        List<Entry.Write> writes = history.writes();
        for (int i = 0; i < writes.size(); i++) {
            if (writes.get(i).end() >= history.fault() && writes.get(i).outcome() != Kind.OK) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The write, as an index, that opens the first streak of acknowledged ones after the first failure; -1 for none. What was
     * acknowledged before the fault proves nothing: an earlier write may have been on its way until after it.
     */
    private static int recovery(Reading history, int failure) {
        List<Entry.Write> writes = history.writes();
        int streak = 0;
        for (int i = failure; i >= 0 && i < writes.size(); i++) {
            Entry.Write write = writes.get(i);
            streak = write.outcome() == Kind.OK && write.end() >= history.fault() ? streak + 1 : 0;
            if (streak == Streak.STEADY) {
                return i - Streak.STEADY + 1;
            }
        }
        return -1;
    }

    private static double length(Reading history, int failure, int recovery) {
        if (failure < 0) {
            return 0;
        }
        return recovery < 0 ? -1 : Reading.millis(history.writes().get(recovery).end() - began(history, failure));
    }

    /**
     * When the outage began: with the fault, but where every write was acknowledged for a good while after its effect was
     * confirmed, as when something else is disturbed by the node's return, only when the first failed write was due.
     */
    private static long began(Reading history, int failure) {
        long confirmed = history.phase(Phase.CONFIRMED).map(Entry::at).orElse(Long.MAX_VALUE);
        long due = history.writes().get(failure).due();
        return due > confirmed && due - confirmed >= UNHARMED.toNanos() ? due : history.fault();
    }

    private static List<Stage> stages(Reading history) {
        List<Stage> stages = new ArrayList<>();
        for (Evidence.Stage stage : Evidence.Stage.values()) {
            history.all(Entry.Event.class)
                    .filter(event -> event.at() >= history.fault() && event.stage() == stage)
                    .min(Comparator.comparingLong(Entry::at))
                    .ifPresent(event ->
                            stages.add(new Stage(stage, history.sinceFault(event), event.source(), event.name())));
        }
        return stages;
    }

    private static int disturbed(Reading history, int recovery) {
        return recovery < 0
                ? 0
                : (int) history.writes().stream()
                        .skip(recovery)
                        .filter(write -> write.outcome() != Kind.OK)
                        .count();
    }
}
