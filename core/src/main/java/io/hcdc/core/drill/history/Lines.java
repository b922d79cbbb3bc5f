package io.hcdc.core.drill.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file, one at a time, as the bytes they are: a million of them would cost as many strings. */
final class Lines implements Closeable {
    /** The longest that is kept: a final read of a million writes of which every second is missing takes 4 MB for each node. */
    private static final int LONGEST = 1 << 25;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. One that is too long ends early: its rest comes as the next. */
    boolean next() throws IOException {
        start = Math.min(end + 1, filled);
        end = newline(start);
        while (end == filled && end - start < LONGEST && fill()) {
            end = newline(end);
        }
        return end < filled || end > start;
    }

    /** Where the next one is; behind all that is there when there is none. */
    private int newline(int from) {
        byte[] bytes = buffer;
        int limit = filled;
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** More bytes behind those of the present line, which moves to the front. */
    private boolean fill() throws IOException {
        byte[] room = filled - start < buffer.length ? buffer : new byte[2 * buffer.length];
        System.arraycopy(buffer, start, room, 0, filled - start);
        buffer = room;
        filled -= start;
        end -= start;
        start = 0;
        int more = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(more, 0);
        return more > 0;
    }

    /** Where the present line is stored: from {@link #start()}, {@link #length()} bytes. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    boolean startsWith(byte[] prefix) {
        return length() >= prefix.length
                && Arrays.equals(buffer, start, start + prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
