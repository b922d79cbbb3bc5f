package io.hcdc.cli.progress;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One line per finished task, and a sign of life from what takes long: never silent for more than five seconds. */
public final class PlainProgress implements ProgressDisplay {
    private static final long SIGN_OF_LIFE = TimeUnit.SECONDS.toNanos(4);

    private final PrintStream out;
    private final Set<Running> running = new LinkedHashSet<>();
    private final Thread ticker = new Thread(this::tick, "hcdc-progress");
    private long lastLine = System.nanoTime();
    private volatile boolean closed;

    public PlainProgress(PrintStream out) {
        this.out = out;
        ticker.setDaemon(true);
        ticker.start();
    }

    @Override
    public synchronized Task begin(String name) {
        if (running.isEmpty()) {
            lastLine = System.nanoTime();
        }
        Running task = new Running(name);
        running.add(task);
        return new Task() {
            @Override
            public void detail(String line) {
                task.detail(line);
            }

            @Override
            public void done(String summary) {
                end(task, "  " + task.ended(summary));
            }

            @Override
            public void failed(String reason) {
                end(task, "  failed: " + task.ended(reason));
            }
        };
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

    private synchronized void signOfLife() {
        if (!running.isEmpty() && System.nanoTime() - lastLine > SIGN_OF_LIFE) {
            running.forEach(task -> print("  ... " + task.now()));
        }
    }

    private void print(String line) {
        out.println(line);
        lastLine = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        ticker.interrupt();
    }
}
