package io.hcdc.cli.progress;

import java.util.Locale;
import java.util.function.LongSupplier;

/** A task that has begun. */
final class Running {
    private final String name;
    private final LongSupplier clock;
    private final long began;
    private volatile String detail = "";

    /** @param clock nanoseconds, as {@link System#nanoTime} counts them */
    Running(String name, LongSupplier clock) {
        this.name = name;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    void detail(String line) {
        detail = line.strip();
    }

    /** What it is doing now, e.g. {@code image redis  Step 3/5 … (4.1 s)}. */
    String now() {
        return name + (detail.isEmpty() ? "" : "  " + detail) + elapsed();
    }

    String ended(String summary) {
        return name + (summary.isEmpty() ? "" : "  " + summary) + elapsed();
    }

    private String elapsed() {
        return String.format(Locale.ROOT, " (%.1f s)", (clock.getAsLong() - began) / 1e9);
    }
}
