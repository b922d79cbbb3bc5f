package io.hcdc.core.drill.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that only sleeps, a millisecond at a time: by as much as it wakes late, the machine makes any thread wait. */
final class Sleeper implements AutoCloseable {
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(1);

    private volatile long mostLate;
    private volatile boolean over;

    Sleeper() {
        Thread thread = new Thread(this::sleep, "sleeper");
        thread.setDaemon(true);
        thread.start();
    }

    private void sleep() {
        while (!over) {
            long due = System.nanoTime() + BEAT;
            LockSupport.parkNanos(BEAT);
            mostLate = Math.max(mostLate, System.nanoTime() - due);
        }
    }

    double mostMillisLate() {
        return mostLate / 1e6;
    }

    @Override
    public void close() {
        over = true;
    }
}
