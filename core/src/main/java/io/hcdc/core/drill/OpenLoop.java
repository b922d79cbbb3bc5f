package io.hcdc.core.drill;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.execute.Parallel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends numbered writes on a fixed schedule: an answer that is slow delays no other write, as with many independent
 * users. Each write runs on a thread of its own pool, so the schedule is kept even while all of them wait.
 */
final class OpenLoop implements AutoCloseable {
    private final Workload workload;
    private final History history;
    private final long interval;
    private final ExecutorService senders = Executors.newCachedThreadPool(Parallel.daemons("hcdc-write"));
    private final Thread schedule = new Thread(this::send, "hcdc-schedule");
    private final AtomicInteger streak = new AtomicInteger();
    private volatile long streakFloor;
    private volatile boolean stopped;

    OpenLoop(Workload workload, History history, int rate) {
        this.workload = workload;
        this.history = history;
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    void start() {
        schedule.setDaemon(true);
        schedule.start();
    }

    /** How many writes in a row were acknowledged, as their outcomes came in, since the last one that was not. */
    int streak() {
        return streak.get();
    }

    /** Begins counting anew; only writes sent from now on count. */
    void resetStreak() {
        streakFloor = history.now();
        streak.set(0);
    }

    private void send() {
        long first = history.now();
        for (int number = 0; !stopped; number++) {
            long due = first + number * interval;
            for (long ahead = due - history.now(); ahead > 0; ahead = due - history.now()) {
                LockSupport.parkNanos(ahead);
            }
            int next = number;
            senders.execute(() -> write(next, due));
        }
    }

    private void write(int number, long due) {
        long sent = history.now();
        Outcome outcome = workload.write(number);
        history.add(new Entry.Write(number, due, sent, history.now(), outcome.kind(), outcome.node(), outcome.error()));
        if (outcome.kind() != Outcome.Kind.OK) {
            streak.set(0);
        } else if (sent >= streakFloor) {
            streak.incrementAndGet();
        }
    }

    /** Sends no more, and waits for the outcome of what was sent. */
    @Override
    public void close() {
        stopped = true;
        try {
            schedule.join();
            senders.shutdown();
            senders.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
    }
}
