package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.Optional;

/**
 * When the role could lose a node again. Milliseconds since the fault was requested; -1 stands for "never".
 *
 * @param healedMs when the last fault had been taken back: its node started, or thawed, again
 * @param restoredMs when the role was as redundant as configured again
 * @param missing what was still missing when the wait for that ended; empty when nothing was
 */
public record Redundancy(
        double healedMs,
        @JsonProperty("redundantMs") double restoredMs,
        @JsonProperty("unredundantBecause") String missing) {

    static Redundancy of(Reading history) {
        Optional<Entry.Redundant> end = history.first(Entry.Redundant.class);
        return new Redundancy(
                history.millisToLast(Phase.HEALED),
                end.filter(entry -> entry.missing().isEmpty())
                        .map(history::sinceFault)
                        .orElse(-1.0),
                end.map(Entry.Redundant::missing).orElse("never looked at"));
    }
}
