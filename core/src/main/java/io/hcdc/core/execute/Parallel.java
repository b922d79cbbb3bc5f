package io.hcdc.core.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks at once on daemon threads and passes on the first failure, after all have ended. */
public final class Parallel implements AutoCloseable {
    private final ExecutorService threads;

    public Parallel(String name, int width) {
        threads = Executors.newFixedThreadPool(width, daemons(name));
    }

    /** Threads that do not keep the program alive. */
    public static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Starts a task once the others are done. */
    public CompletableFuture<Void> submit(Runnable task, List<CompletableFuture<Void>> after) {
        return CompletableFuture.allOf(after.toArray(CompletableFuture[]::new)).thenRunAsync(task, threads);
    }

    /** Runs all and waits for all. */
    public void run(List<Runnable> tasks) {
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(submit(task, List.of())));
        join(futures);
    }

    /** Waits for all, then throws what the first failed one threw. */
    public static void join(List<CompletableFuture<Void>> futures) {
        RuntimeException first = null;
        for (CompletableFuture<Void> future : futures) {
            try {
                future.join();
            } catch (CompletionException e) {
                first = first != null ? first : e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
