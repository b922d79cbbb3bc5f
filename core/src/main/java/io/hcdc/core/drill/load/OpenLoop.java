package io.hcdc.core.drill.load;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.execute.Parallel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends numbered writes on a fixed schedule: an answer that is slow delays no other write, as with many independent
 * users. Each write runs on a thread of its own pool, so the schedule is kept even while all of them wait.
 */
public final class OpenLoop implements AutoCloseable {
    private final Workload workload;
    private final History history;
    private final long interval;
    private final ExecutorService senders = Executors.newCachedThreadPool(Parallel.daemons("hcdc-write"));
    private final Thread schedule = new Thread(this::send, "hcdc-schedule");
    private final Streak streak = new Streak();
    private volatile int sent;
    private volatile boolean stopped;

    public OpenLoop(Workload workload, History history, int rate) {
        this.workload = workload;
        this.history = history;
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    public void start() {
        schedule.setDaemon(true);
        schedule.start();
    }

    /** How many writes in a row were acknowledged, up to the first whose outcome is not known yet. */
    public int streak() {
        return streak.length();
    }

    /** Begins counting anew; only writes sent from now on count. */
    public void resetStreak() {
        streak.restart(sent);
    }

    private void send() {
        long first = history.now();
        for (int number = 0; !stopped; number++) {
            long due = first + number * interval;
            for (long ahead = due - history.now(); ahead > 0; ahead = due - history.now()) {
                LockSupport.parkNanos(ahead);
            }
            int next = number;
            sent = number + 1;
            senders.execute(() -> write(next, due));
        }
    }

    private void write(int number, long due) {
        long began = history.now();
        Outcome outcome = workload.attempt(number);
        history.add(
                new Entry.Write(number, due, began, history.now(), outcome.kind(), outcome.node(), outcome.error()));
        streak.settle(number, outcome.kind() == Outcome.Kind.OK);
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
