package io.hcdc.core.drill.load;

import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.execute.Parallel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that read what others write. Each has its turns on a fixed schedule, and lets those pass in which it still waits
 * for an answer: what a client is shown next has to be compared with what it was shown before.
 */
public final class Readers implements AutoCloseable {
    /** Two may be shown different things at the same time. */
    static final int CLIENTS = 2;

    /** Reads per second: what two clients manage that wait for a busy server's answers. */
    public static final int MOST = 1_000;

    private static final int LAST_ANSWERS_SECONDS = 15;

    private final int clients;
    private final Readable written;
    private final History history;
    private final long interval;
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(Parallel.daemons("hcdc-read"));
    private volatile boolean stopped;

    private Readers(int clients, Readable written, History history, long interval) {
        this.clients = clients;
        this.written = written;
        this.history = history;
        this.interval = interval;
    }

    /**
     * Who reads what a workload writes: nobody where it cannot be read.
     *
     * @param rate reads per second, of all clients together; 0 for none
     */
    public static Readers of(Workload workload, History history, int rate) {
        return workload instanceof Readable written && rate > 0
                ? new Readers(CLIENTS, written, history, TimeUnit.SECONDS.toNanos(1) * CLIENTS / rate)
                : new Readers(0, null, history, 0);
    }

    public void start() {
        long first = history.now();
        for (int client = 0; client < clients; client++) {
            int number = client;
            threads.execute(() -> read(number, first + interval * number / clients));
        }
    }

    private void read(int client, long first) {
        long due = first;
        while (awaitTime(due)) {
            long began = history.now();
            Readable.Shown shown = written.newest();
            history.add(new Entry.Read(
                    asked.getAndIncrement(),
                    due,
                    began,
                    history.now(),
                    shown.outcome().kind(),
                    shown.outcome().node(),
                    shown.outcome().error(),
                    client,
                    shown.newest()));
            long missed = Math.max(0, (history.now() - due) / interval);
            due += (missed + 1) * interval;
        }
    }

    /** False when it is over before. */
    private boolean awaitTime(long due) {
        for (long ahead = due - history.now(); ahead > 0 && !stopped; ahead = due - history.now()) {
            LockSupport.parkNanos(ahead);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return !stopped;
    }

    /** Asks no more, and waits for the answers to what was asked. */
    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
