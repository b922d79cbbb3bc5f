package io.hcdc.cli.progress;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** Running tasks as lines that change in place at the bottom of a terminal; finished ones scroll up. */
public final class LiveProgress implements ProgressDisplay {
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";
    private static final String GREEN = "\u001b[32m✓\u001b[0m ";
    private static final String RED = "\u001b[31m✗\u001b[0m ";
    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

    /** Longer lines would wrap, and clearing counts lines. */
    private final int width = columns();

    private final PrintStream out;
    private final Set<Running> running = new LinkedHashSet<>();
    private final Thread ticker = new Thread(this::tick, "hcdc-progress");
    private int drawn;
    private int frame;
    private volatile boolean closed;

    public LiveProgress(PrintStream out) {
        this.out = out;
        ticker.setDaemon(true);
        ticker.start();
    }

    @Override
    public synchronized Task begin(String name) {
        Running begun = new Running(
                name, System::nanoTime, (task, line) -> end(task, GREEN + line), (task, line) -> end(task, RED + line));
        running.add(begun);
        return begun;
    }

    private synchronized void end(Running task, String line) {
        running.remove(task);
        StringBuilder text =
                new StringBuilder(UP_AND_CLEAR.repeat(drawn)).append(line).append('\n');
        draw(text);
    }

    private void tick() {
        while (!closed) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
            redraw();
        }
    }

    private synchronized void redraw() {
        if (!closed && (drawn > 0 || !running.isEmpty())) {
            frame++;
            draw(new StringBuilder(UP_AND_CLEAR.repeat(drawn)));
        }
    }

    private void draw(StringBuilder text) {
        for (Running task : running) {
            String line = SPINNER[frame % SPINNER.length] + " " + task.now();
            text.append(line.length() > width ? line.substring(0, width - 1) + "…" : line)
                    .append('\n');
        }
        drawn = running.size();
        out.print(text);
        out.flush();
    }

    private static int columns() {
        return Math.max(40, Integer.getInteger("hcdc.columns", 80) - 1);
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticker.interrupt();
        out.print(UP_AND_CLEAR.repeat(drawn));
        out.flush();
        drawn = 0;
    }
}
