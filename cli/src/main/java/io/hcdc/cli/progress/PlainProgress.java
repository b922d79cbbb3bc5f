package io.hcdc.cli.progress;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line per finished task, and a sign of life from what takes long: never silent for more than five seconds. */
public final class PlainProgress implements ProgressDisplay {
    private static final long SIGN_OF_LIFE = TimeUnit.SECONDS.toNanos(3);

    private final PrintStream out;
    private final Set<Running> running = new LinkedHashSet<>();
    private final Thread ticker = new Thread(this::tick, "hcdc-progress");
    private final LongSupplier clock;
    private long lastLine;
    private volatile boolean closed;

    public PlainProgress(PrintStream out) {
        this(out, System::nanoTime);
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Gives no sign of life by itself: somebody else calls {@link #signOfLife}. */
    PlainProgress(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
        this.lastLine = clock.getAsLong();
    }

    @Override
    public synchronized Task begin(String name) {
        if (running.isEmpty()) {
            lastLine = clock.getAsLong();
        }
        Running begun = new Running(
                name, clock, (task, line) -> end(task, "  " + line), (task, line) -> end(task, "  failed: " + line));
        running.add(begun);
        return begun;
    }

    private synchronized void end(Running task, String line) {
        running.remove(task);
        print(line);
    }

    private void tick() {
        while (!closed) {
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                return;
            }
            signOfLife();
        }
    }

    /** What runs for long says so. */
    synchronized void signOfLife() {
        if (!running.isEmpty() && clock.getAsLong() - lastLine > SIGN_OF_LIFE) {
            running.forEach(task -> print("  ... " + task.now()));
        }
    }

    private void print(String line) {
        out.println(line);
        lastLine = clock.getAsLong();
    }

    @Override
    public void close() {
        closed = true;
        ticker.interrupt();
    }
}
