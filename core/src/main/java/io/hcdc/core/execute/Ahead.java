package io.hcdc.core.execute;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A value that is computed in the background until somebody needs it. */
public final class Ahead<T> {
    private final CompletableFuture<T> value;

    private Ahead(CompletableFuture<T> value) {
        this.value = value;
    }

    /** Begins at once, on a thread of its own. */
    public static <T> Ahead<T> begin(String name, Supplier<T> work) {
        return new Ahead<>(CompletableFuture.supplyAsync(
                work, task -> Parallel.daemons(name).newThread(task).start()));
    }

    /** Waits for the value. Throws what the computation threw. */
    public T get() {
        try {
            return value.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
