package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much of the time from the request of the fault until the role had settled an application could use. The role has
 * settled when it was redundant again, or when the wait for that was over.
 *
 * <p>An outage lasts from the first write that was not acknowledged until the answer to the first that opens a streak of
 * acknowledged ones. The first begins with the fault, see {@link Outage}; later ones, such as of the node's return, when
 * their first write was due. One that never ends lasts until the last outcome.
 *
 * @param outages how many there were since the fault
 * @param longestMs the longest, in milliseconds
 * @param totalMs all of them together
 * @param percent the share of the window that lies in no outage, rounded down to thousandths
 * @param acknowledgedPercent the share of the writes due in the window that were acknowledged, rounded down likewise; of a
 *     path that loses every second write it says 50 where there is no time without an outage
 */
public record Availability(
        int outages, double longestMs, double totalMs, double percent, Optional<Double> acknowledgedPercent) {

    /** Empty where the history does not reach from the fault to where the role had settled. */
    static Optional<Availability> of(Reading history) {
        return history.first(Entry.Redundant.class)
                .map(Entry::at)
                .filter(settled -> settled > history.fault())
                .map(settled -> until(settled, history));
    }

    private static Availability until(long settled, Reading history) {
        List<Interruption> outages = history.interruptions();
        long fault = history.fault();
        long without = outages.stream()
                .mapToLong(outage -> outage.within(fault, settled))
                .sum();
        return new Availability(
                outages.size(),
                Reading.millis(
                        outages.stream().mapToLong(Interruption::nanos).max().orElse(0)),
                Reading.millis(outages.stream().mapToLong(Interruption::nanos).sum()),
                percent(settled - fault - without, settled - fault),
                acknowledged(history.writes(), fault, settled));
    }

    private static Optional<Double> acknowledged(WriteLog writes, long from, long to) {
        int[] due = writes.indices()
                .filter(i -> writes.due(i) >= from && writes.due(i) < to)
                .toArray();
        long acknowledged = Arrays.stream(due).filter(writes::acknowledged).count();
        return due.length == 0 ? Optional.empty() : Optional.of(percent(acknowledged, due.length));
    }

    /** Never 100 where anything is missing. */
    private static double percent(long part, long whole) {
        return Math.floor(100_000.0 * part / whole) / 1000;
    }
}
