package io.hcdc.core.repair;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes what is written on line by line; closing it passes on the last line, where it has no end. */
final class LineStream extends OutputStream {
    private final Consumer<String> sink;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    LineStream(Consumer<String> sink) {
        this.sink = sink;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            pass();
        } else if (b != '\r') {
            unfinished.write(b);
        }
    }

    @Override
    public synchronized void close() {
        if (unfinished.size() > 0) {
            pass();
        }
    }

    private void pass() {
        sink.accept(unfinished.toString(StandardCharsets.UTF_8));
        unfinished.reset();
    }
}
