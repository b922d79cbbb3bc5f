package io.hcdc.core.drill;

import io.hcdc.core.drill.history.Entry.EndedEarly.Cause;
import io.hcdc.core.drill.spec.AbortWhen;
import io.hcdc.core.progress.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whether a round has to give up: because of a condition, or because the drill's time is over. Once it has, it has. */
final class EarlyEnd {
    private final List<AbortWhen> conditions;
    private final Pulse pulse;
    private final Optional<Deadline> deadline;
    private final LongSupplier clock;
    private Optional<Reason> reached = Optional.empty();

    /** @param at on the clock of {@link System#nanoTime} @param text the longest time that the drill was to take */
    record Deadline(long at, Span text) {}

    record Reason(Cause cause, String text) {}

    EarlyEnd(List<AbortWhen> conditions, Pulse pulse, Optional<Deadline> deadline, LongSupplier clock) {
        this.conditions = conditions;
        this.pulse = pulse;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Looks, and remembers. */
    Optional<Reason> reached() {
        if (reached.isEmpty()) {
            reached = conditions.stream()
                    .filter(this::holds)
                    .findFirst()
                    .map(condition -> new Reason(Cause.ABORTED, condition.text()))
                    .or(this::outOfTime);
        }
        return reached;
    }

    private boolean holds(AbortWhen condition) {
        return switch (condition.what()) {
            case OUTAGE -> pulse.outageMs() > condition.limit();
            case ERRORS -> pulse.errorShare() > condition.limit();
        };
    }

    private Optional<Reason> outOfTime() {
        return deadline.filter(end -> clock.getAsLong() - end.at() > 0)
                .map(end -> new Reason(Cause.OUT_OF_TIME, "its time, " + end.text() + ", was over before its end"));
    }
}
