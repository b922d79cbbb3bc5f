package io.hcdc.core.drill.history;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The record of one round: JSON lines written as it goes, in bounded memory. Whoever adds an entry has stamped it; it is
 * handed over to the one thread that writes, and is in the file a second later at most, also where this program is killed.
 * Entries stand in the file in the order in which they were handed over, so their stamps are only nearly in order.
 *
 * <p>Nothing is dropped: where the disk is slower than the round, whoever adds waits, and an event with the source {@code
 * hcdc} and the name {@code history held up} says how often and for how long.
 */
public final class History implements AutoCloseable {
    private final long began = System.nanoTime();
    private final HistoryWriter writer;

    /** @throws io.hcdc.core.error.OperationFailedException when there can be no such file */
    public History(Path path) {
        writer = new HistoryWriter(path, clock());
    }

    /** The clock of every entry: nanoseconds since the round began. */
    public LongSupplier clock() {
        return this::now;
    }

    public long now() {
        return System.nanoTime() - began;
    }

    /**
     * Hands an entry over, from any thread.
     *
     * @throws io.hcdc.core.error.OperationFailedException when earlier ones could not be written
     */
    public void add(Entry entry) {
        writer.hand(entry);
    }

    /**
     * Writes what is still to be written. Nothing may be added afterwards.
     *
     * @throws io.hcdc.core.error.OperationFailedException when not everything could be written
     */
    @Override
    public void close() {
        writer.close();
    }
}
