package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hcdc.api.drill.Evidence;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long nothing could be written. Milliseconds since the fault was requested; -1 stands for "never, or not known".
 *
 * @param confirmedMs when the fault's effect was confirmed
 * @param ms the first outage, which is the one that an application felt of the fault; 0 when no write
 *     failed, which only a history that reaches its conclusion can tell
 * @param resolutionMs how exactly it is known: the interval between two writes
 * @param predictedMs what the configured timers had led one to expect
 * @param stages when each stage of the fail-over was first proved by a server's own word
 * @param remedy which setting would have made it shorter; empty where none does, or the history does not say
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
    "outageRemedy",
    "disturbed"
})
public record Outage(
        double confirmedMs,
        @JsonProperty("outageMs") double ms,
        double resolutionMs,
        long predictedMs,
        List<Stage> stages,
        @JsonProperty("outageRemedy") Optional<String> remedy,
        int disturbed) {

    /**
     * A stage of the fail-over, proved by a server's own word.
     *
     * @param ms since the fault was requested
     * @param intervalMs how often the server was asked: it may have been so for that long; 0 where it said it unasked
     */
    public record Stage(Evidence.Stage stage, double ms, String source, String event, long intervalMs) {}

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
        Optional<Interruption> first = history.interruptions().stream().findFirst();
        return new Outage(
                history.millisTo(Phase.CONFIRMED),
                first.map(Outage::length).orElse(history.broken() && history.concluded() ? 0.0 : -1.0),
                1000.0 / history.round().rate(),
                history.round().predictedMs(),
                stages(history),
                Optional.of(history.round().outageRemedy()).filter(text -> !text.isEmpty()),
                first.filter(Interruption::recovered)
                        .map(outage -> disturbed(history.writes(), outage.recovery()))
                        .orElse(0));
    }

    private static double length(Interruption outage) {
        return outage.recovered() ? Reading.millis(outage.nanos()) : -1;
    }

    private static List<Stage> stages(Reading history) {
        List<Stage> stages = new ArrayList<>();
        for (Evidence.Stage stage : Evidence.Stage.values()) {
            history.all(Entry.Event.class)
                    .filter(event -> event.at() >= history.fault() && event.stage() == stage)
                    .min(Comparator.comparingLong(Entry::at))
                    .ifPresent(event -> stages.add(new Stage(
                            stage, history.sinceFault(event), event.source(), event.name(), event.intervalMs())));
        }
        return stages;
    }

    private static int disturbed(WriteLog writes, int recovery) {
        return (int) writes.indices()
                .skip(recovery)
                .filter(i -> !writes.acknowledged(i))
                .count();
    }
}
