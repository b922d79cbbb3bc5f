package io.hcdc.nfs.client;

import java.time.Duration;

/** A moment until which something may take. */
record Deadline(long nanos) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** In nanoseconds; not more than none. */
    long remaining() {
        return nanos - System.nanoTime();
    }

    boolean passed() {
        return remaining() <= 0;
    }

    /** For calls that take zero for "no limit". */
    int remainingMillis() {
        return (int) Math.max(1, remaining() / 1_000_000);
    }

    /** This or a nearer one. */
    Deadline butAtMost(Duration limit) {
        Deadline nearer = in(limit);
        return nearer.nanos < nanos ? nearer : this;
    }
}
