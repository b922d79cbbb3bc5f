package io.hcdc.cli.progress;

import io.hcdc.core.progress.Progress;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** A task that has begun. How its end is shown is the display's matter. */
final class Running implements Progress.Task {
    private final String name;
    private final LongSupplier clock;
    private final BiConsumer<Running, String> done;
    private final BiConsumer<Running, String> failed;
    private final long began;
    private volatile String detail = "";

    /**
     * @param clock nanoseconds, as {@link System#nanoTime} counts them
     * @param done shows this task's last line when it succeeded
     * @param failed the same when it did not
     */
    Running(String name, LongSupplier clock, BiConsumer<Running, String> done, BiConsumer<Running, String> failed) {
        this.name = name;
        this.clock = clock;
        this.done = done;
        this.failed = failed;
        this.began = clock.getAsLong();
    }

    @Override
    public void detail(String line) {
        detail = line.strip();
    }

    @Override
    public void done(String summary) {
        done.accept(this, ended(summary));
    }

    @Override
    public void failed(String reason) {
        failed.accept(this, ended(reason));
    }

    /** What it is doing now, e.g. {@code image redis  Step 3/5 … (4.1 s)}. */
    String now() {
        return name + (detail.isEmpty() ? "" : "  " + detail) + elapsed();
    }

    private String ended(String summary) {
        return name + (summary.isEmpty() ? "" : "  " + summary) + elapsed();
    }

    private String elapsed() {
        return String.format(Locale.ROOT, " (%.1f s)", (clock.getAsLong() - began) / 1e9);
    }
}
