package io.hcdc.cli.progress;

import java.util.Locale;

/** A task that has begun. */
final class Running {
    private final String name;
    private final long began = System.nanoTime();
    private volatile String detail = "";

    Running(String name) {
        this.name = name;
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
        return String.format(Locale.ROOT, " (%.1f s)", (System.nanoTime() - began) / 1e9);
    }
}
