package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.load.Streak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A time after the fault in which writes were not acknowledged steadily: from the first, in the order of their numbers, that
 * was not, to the answer to the one that opens {@link Streak#STEADY} acknowledged ones in a row.
 *
 * @param recovery the write that opened the streak, as an index; -1 when there was none up to the history's end
 * @param began nanoseconds; so is {@code ended}, which is the end of the last write where there was no recovery
 */
record Interruption(int recovery, long began, long ended) {

    /** Longer than any component needs from a fault's effect to the first write that fails for it. */
    private static final Duration UNHARMED = Duration.ofSeconds(1);

    /** All of a history, in their order. None overlaps another. */
    static List<Interruption> all(Reading history) {
        List<Interruption> all = new ArrayList<>();
        for (int failure = firstFailure(history); failure >= 0; ) {
            int recovery = recovery(history, failure);
            long began = all.isEmpty()
                    ? firstBegan(history, failure)
                    : Math.max(
                            history.writes().due(failure),
                            all.get(all.size() - 1).ended());
            long ended =
                    recovery < 0 ? history.writes().lastEnd() : history.writes().end(recovery);
            all.add(new Interruption(recovery, began, Math.max(began, ended)));
            failure = recovery < 0 ? -1 : failureFrom(history, recovery);
        }
        return all;
    }

    boolean recovered() {
        return recovery >= 0;
    }

    long nanos() {
        return ended - began;
    }

    /** How much of it lies between two times. */
    long within(long from, long to) {
        return Math.max(0, Math.min(ended, to) - Math.max(began, from));
    }

    /** The first write, as an index, that was on its way after the fault and was not acknowledged; -1 when there is none. */
    private static int firstFailure(Reading history) {
        WriteLog writes = history.writes();
        return IntStream.range(0, history.known())
                .filter(i -> writes.end(i) >= history.fault() && !writes.acknowledged(i))
                .findFirst()
                .orElse(-1);
    }

    private static int failureFrom(Reading history, int index) {
        return IntStream.range(index, history.known())
                .filter(i -> !history.writes().acknowledged(i))
                .findFirst()
                .orElse(-1);
    }

    /**
     * What was acknowledged before the fault proves nothing: an earlier write may have been on its way until after it. Nor
     * does what the broken node itself acknowledged before the fault was seen to have its effect: an engine with much to
     * do takes a second to kill a container, which goes on answering meanwhile.
     */
    private static int recovery(Reading history, int failure) {
        WriteLog writes = history.writes();
        int known = history.known();
        String broken = history.round().node();
        long effect = history.phase(Phase.CONFIRMED).map(Entry::at).orElse(history.fault());
        int streak = 0;
        for (int i = failure; i < known; i++) {
            long from = writes.node(i).equals(broken) ? effect : history.fault();
            streak = writes.acknowledged(i) && writes.end(i) >= from ? streak + 1 : 0;
            if (streak == Streak.STEADY) {
                return i - Streak.STEADY + 1;
            }
        }
        return -1;
    }

    /**
     * The first began with the fault. But where every write was acknowledged for a good while after its effect was confirmed,
     * as when something else is disturbed by the node's return, it began only when the first failed write was due.
     */
    private static long firstBegan(Reading history, int failure) {
        long confirmed = history.phase(Phase.CONFIRMED).map(Entry::at).orElse(Long.MAX_VALUE);
        long due = history.writes().due(failure);
        return due > confirmed && due - confirmed >= UNHARMED.toNanos() ? due : history.fault();
    }
}
