package io.hcdc.core.drill.history;

import java.util.BitSet;
import java.util.StringJoiner;

/** Sets of numbers as text: {@code 0-99,101}. */
public final class Ranges {
    private Ranges() {}

    public static String text(BitSet numbers) {
        StringJoiner text = new StringJoiner(",");
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            text.add(end - first == 1 ? String.valueOf(first) : first + "-" + (end - 1));
            first = numbers.nextSetBit(end);
        }
        return text.toString();
    }

    public static BitSet parse(String text) {
        BitSet numbers = new BitSet();
        if (!text.isEmpty()) {
            for (String range : text.split(",")) {
                String[] ends = range.split("-");
                numbers.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return numbers;
    }
}
