package io.hcdc.core.drill.load;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.execute.Parallel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends numbered writes on a fixed schedule: an answer that is slow delays no other write, as with many independent
 * users.
 *
 * <p>Each write that is on its way has a sender, a thread, of its own; there are at most {@link #MOST_SENDERS}. When all
 * are busy, a write waits for one as an application's request waits for its pool: as long as one write may take, counted
 * from when it was due. If one becomes free, the write is sent late, and the history tells by how much ({@code at - due});
 * if not, it is recorded as failed, "not sent". No number is left out of the history.
 *
 * <p>Where this program itself stood still (a suspended machine, one with far too much to do), what was due meanwhile is
 * sent as fast as senders become free, its wait counted from the awakening, and the history gets an event that says so.
 */
public final class OpenLoop implements AutoCloseable {
    /** Twice what 5,000 writes a second need where all of them hang for the usual 200 ms. */
    static final int MOST_SENDERS = 2_000;

    /** Who wakes later than that was not merely waiting for a core. */
    private static final long STANDSTILL = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int IDLE_SECONDS = 10;
    private static final int LAST_ANSWERS_SECONDS = 15;

    private final Workload workload;
    private final History history;
    private final long interval;
    private final long patience;
    private final int most;
    private final Semaphore free;
    private final ThreadPoolExecutor senders;
    private final Thread schedule = new Thread(this::send, "hcdc-schedule");
    private final Streak streak = new Streak();
    private volatile int sent;
    private volatile boolean stopped;
    private volatile RuntimeException trouble;

    /** Since when the schedule has been awake without a break. */
    private long awake;

    /** @param patience how long a write waits for a sender at most: as long as one may take */
    public OpenLoop(Workload workload, History history, int rate, Duration patience) {
        this(workload, history, rate, patience, MOST_SENDERS);
    }

    OpenLoop(Workload workload, History history, int rate, Duration patience, int most) {
        this.workload = workload;
        this.history = history;
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
        this.patience = patience.toNanos();
        this.most = most;
        this.free = new Semaphore(most);
        this.senders = senders((int) Math.min(most, 1 + this.patience / interval));
    }

    /**
     * The unfair queue gives a write to the sender that was idle last, whose stack is still warm. Unbounded by itself: a
     * sender frees its place a moment before it is idle again.
     */
    private static ThreadPoolExecutor senders(int reserve) {
        return new ThreadPoolExecutor(
                reserve,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Parallel.daemons("hcdc-write"));
    }

    /** Begins, with as many senders at hand as are on their way while nobody answers: making them then took up to 150 ms. */
    public void start() {
        senders.prestartAllCoreThreads();
        schedule.setDaemon(true);
        schedule.start();
    }

    /**
     * How many writes in a row were acknowledged, up to the first whose outcome is not known yet.
     *
     * @throws RuntimeException what kept writes from being recorded
     */
    public int streak() {
        if (trouble != null) {
            throw trouble;
        }
        return streak.length();
    }

    /** How many writes have been due. */
    int sent() {
        return sent;
    }

    /** Begins counting anew; only writes sent from now on count. */
    public void resetStreak() {
        streak.restart(sent);
    }

    private void send() {
        long first = history.now();
        for (int number = 0; !stopped; number++) {
            long due = first + number * interval;
            awaitTime(due);
            sent = number + 1;
            try {
                if (free.tryAcquire() || becomesFree(due)) {
                    hand(number, due);
                } else {
                    settleUnsent(number, due, "all " + most + " senders are busy");
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    private void awaitTime(long due) {
        for (long ahead = due - history.now(); ahead > 0 && !stopped; ahead = due - history.now()) {
            LockSupport.parkNanos(ahead);
            woke(due);
        }
    }

    /** Where this stood still before it came here, or while it waited, the wait begins anew. */
    private boolean becomesFree(long due) throws InterruptedException {
        boolean acquired;
        boolean stoodStill;
        do {
            long deadline = Math.max(due, awake) + patience;
            acquired = free.tryAcquire(deadline - history.now(), TimeUnit.NANOSECONDS);
            stoodStill = woke(deadline);
        } while (!acquired && stoodStill);
        return acquired;
    }

    /** Whether it did so late that it must have stood still, which is recorded. */
    private boolean woke(long wanted) {
        long now = history.now();
        boolean stoodStill = now - wanted > STANDSTILL;
        if (stoodStill) {
            awake = now;
            history.add(new Entry.Event(now, "hcdc", "stood still", (now - wanted) / 1_000_000 + " ms", null));
        }
        return stoodStill;
    }

    private void hand(int number, long due) {
        try {
            senders.execute(() -> write(number, due));
        } catch (OutOfMemoryError e) {
            // The system gives no more threads. That is felt like a pool that is used up.
            free.release();
            settleUnsent(number, due, e.getMessage());
        }
    }

    private void write(int number, long due) {
        try {
            long began = history.now();
            Outcome outcome = workload.attempt(number);
            settle(number, due, began, outcome);
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            free.release();
        }
    }

    private void settleUnsent(int number, long due, String why) {
        settle(number, due, history.now(), Outcome.fail("", "not sent: " + why));
    }

    private void settle(int number, long due, long began, Outcome outcome) {
        history.add(
                new Entry.Write(number, due, began, history.now(), outcome.kind(), outcome.node(), outcome.error()));
        streak.settle(number, outcome.kind() == Outcome.Kind.OK);
    }

    private void fail(RuntimeException e) {
        trouble = e;
        stopped = true;
    }

    /** Sends no more, and waits for the outcome of what was sent. */
    @Override
    public void close() {
        stopped = true;
        try {
            schedule.join();
            senders.shutdown();
            senders.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
    }
}
