package io.hcdc.core.drill.judge;

import java.util.Arrays;

/** Many times in little room. */
final class LongColumn {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    long get(int row) {
        return values[row];
    }
}
