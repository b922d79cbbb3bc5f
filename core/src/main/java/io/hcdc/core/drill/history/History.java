package io.hcdc.core.drill.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The record of one round: JSON lines written as they happen, by any thread, and kept for the judge. */
public final class History implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final long began = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();
    private final BufferedWriter file;

    public History(Path path) {
        try {
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clock of every entry: nanoseconds since the round began. */
    public LongSupplier clock() {
        return () -> System.nanoTime() - began;
    }

    public long now() {
        return clock().getAsLong();
    }

    public synchronized void add(Entry entry) {
        entries.add(entry);
        try {
            file.write(json.writeValueAsString(entry));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
