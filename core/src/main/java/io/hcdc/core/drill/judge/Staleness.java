package io.hcdc.core.drill.judge;

/**
 * Reads that did not show what had been acknowledged before they began.
 *
 * @param reads how many there were
 * @param longest for how long what one did not show had been acknowledged when it began, in nanoseconds
 */
record Staleness(int reads, long longest) {

    static Staleness of(Reading history) {
        ReadLog reads = history.reads();
        long[] earliest = earliestFrom(history.writes());
        int stale = 0;
        long longest = 0;
        for (int i = 0; i < reads.size(); i++) {
            long acknowledged = earliest[firstAbove(reads.seen(i), history.writes())];
            if (acknowledged < reads.sent(i)) {
                stale++;
                longest = Math.max(longest, reads.sent(i) - acknowledged);
            }
        }
        return new Staleness(stale, longest);
    }

    /** Index → when the first of this write and all behind it was acknowledged; the end of all days where none was. */
    private static long[] earliestFrom(WriteLog writes) {
        long[] earliest = new long[writes.size() + 1];
        earliest[writes.size()] = Long.MAX_VALUE;
        for (int i = writes.size() - 1; i >= 0; i--) {
            earliest[i] = writes.acknowledged(i) ? Math.min(writes.end(i), earliest[i + 1]) : earliest[i + 1];
        }
        return earliest;
    }

    /** The index of the first write of a higher number; the size when there is none. */
    private static int firstAbove(int number, WriteLog writes) {
        int low = 0;
        int high = writes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (writes.number(middle) > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
