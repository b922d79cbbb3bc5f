package io.hcdc.core.drill.history;

import io.hcdc.api.Problem;
import io.hcdc.core.error.OperationFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The one thread that writes a history, and the bounded queue before it. */
final class HistoryWriter implements AutoCloseable {
    /** Three seconds of 5,000 writes: a disk that takes longer than that slows the load down. */
    static final int QUEUE = 16_384;

    /** Twice as often as promised. */
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** How long a thread waits for room before it looks whether there will ever be any. */
    private static final long LOOK_MILLIS = 100;

    private final Path path;
    private final LongSupplier clock;
    private final LineWriter lines;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    private final Thread thread = new Thread(this::run, "hcdc-history");
    private volatile boolean closing;
    private volatile IOException trouble;

    /** @param clock of the entries */
    HistoryWriter(Path path, LongSupplier clock) {
        this(path, clock, open(path));
    }

    /** @param out what is written goes there; it is the file of that path */
    HistoryWriter(Path path, LongSupplier clock, OutputStream out) {
        this.path = path;
        this.clock = clock;
        this.lines = new LineWriter(out);
        thread.setDaemon(true);
        thread.start();
    }

    private static OutputStream open(Path path) {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw cannot(path, e);
        }
    }

    void hand(Entry entry) {
        if (!queue.offer(entry)) {
            waitForRoom(entry);
        }
        throwTrouble();
    }

    private void waitForRoom(Entry entry) {
        long since = clock.getAsLong();
        boolean interrupted = false;
        boolean handed = false;
        while (!handed && trouble == null) {
            try {
                handed = queue.offer(entry, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // What happened is written down all the same.
                interrupted = true;
            }
        }
        waits.incrementAndGet();
        waited.addAndGet(clock.getAsLong() - since);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (lines) {
            long flushed = clock.getAsLong();
            while (!closing || !queue.isEmpty()) {
                Entry entry = queue.poll(FLUSH_NANOS / 5, TimeUnit.NANOSECONDS);
                if (entry != null) {
                    lines.write(entry);
                }
                long now = clock.getAsLong();
                if (now - flushed > FLUSH_NANOS) {
                    tellOfWaits();
                    lines.flush();
                    flushed = now;
                }
            }
            tellOfWaits();
        } catch (IOException e) {
            trouble = e;
        } catch (InterruptedException e) {
            trouble = new IOException("interrupted", e);
        }
    }

    private void tellOfWaits() throws IOException {
        long times = waits.getAndSet(0);
        if (times > 0) {
            long millis = TimeUnit.NANOSECONDS.toMillis(waited.getAndSet(0));
            String detail = times + " entries waited " + millis + " ms altogether";
            lines.write(new Entry.Event(clock.getAsLong(), "hcdc", "history held up", detail, null));
        }
    }

    private void throwTrouble() {
        IOException found = trouble;
        if (found != null) {
            throw cannot(path, found);
        }
    }

    private static OperationFailedException cannot(Path path, IOException e) {
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        return new OperationFailedException(
                Problem.at(path.toString(), "the history cannot be written: " + why)
                        .hint("is the disk full?"),
                List.of(),
                e);
    }

    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwTrouble();
    }
}
