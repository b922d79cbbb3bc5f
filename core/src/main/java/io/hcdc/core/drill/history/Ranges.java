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

    /** @throws IllegalArgumentException when the text names no numbers, or one above {@link Entry#HIGHEST} */
    public static BitSet parse(String text) {
        BitSet numbers = new BitSet();
        if (!text.isEmpty()) {
            for (String range : text.split(",", -1)) {
                String[] ends = range.split("-", 2);
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                if (first < 0 || first > last || last > Entry.HIGHEST) {
                    throw new IllegalArgumentException("no range of numbers: " + range);
                }
                numbers.set(first, last + 1);
            }
        }
        return numbers;
    }
}
