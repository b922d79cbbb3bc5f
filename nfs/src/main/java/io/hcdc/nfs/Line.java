package io.hcdc.nfs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/** A numbered write: the number as a line of text, at a place of its own in the file. */
final class Line {
    private static final int LENGTH = 16;

    private Line() {}

    static long offset(int number) {
        return (long) number * LENGTH;
    }

    static byte[] of(int number) {
        return String.format(Locale.ROOT, "%0" + (LENGTH - 1) + "d\n", number).getBytes(StandardCharsets.US_ASCII);
    }

    /** The number of the last line in a file of that length; -1 where it holds none. */
    static int last(long bytes) {
        return (int) (bytes / LENGTH) - 1;
    }

    /** Which lines are in the file, whole and in their place. */
    static BitSet numbers(byte[] file) {
        BitSet numbers = new BitSet();
        for (int number = 0; (number + 1) * LENGTH <= file.length; number++) {
            byte[] there = Arrays.copyOfRange(file, number * LENGTH, (number + 1) * LENGTH);
            numbers.set(number, Arrays.equals(there, of(number)));
        }
        return numbers;
    }
}
