package io.hcdc.core.drill.judge;

import java.util.Optional;

/**
 * What clients were shown that read while others wrote.
 *
 * @param attempted how many reads there were
 * @param answered how many of them were answered
 * @param stale answered reads that began after a write was acknowledged and showed none of its number or higher
 * @param staleMs the longest that such a write had been acknowledged for when the read began, in milliseconds
 * @param backwards answered reads that showed less than an earlier one of the same client, which had its answer before they
 *     began
 */
public record Reads(int attempted, int answered, int stale, double staleMs, int backwards) {

    /** Empty where nobody read. */
    static Optional<Reads> of(Reading history) {
        if (history.readAttempts() == 0) {
            return Optional.empty();
        }
        Staleness staleness = Staleness.of(history);
        return Optional.of(new Reads(
                history.readAttempts(),
                history.reads().size(),
                staleness.reads(),
                Reading.millis(staleness.longest()),
                Backwards.count(history.reads())));
    }
}
