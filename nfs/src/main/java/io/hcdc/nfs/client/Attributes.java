package io.hcdc.nfs.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Attributes of the export's root.
 *
 * @param leaseSeconds the lease the server grants
 * @param spaceAvailable bytes that can still be written
 */
public record Attributes(int leaseSeconds, long spaceAvailable) {
    private static final int LEASE_TIME = 10;
    private static final int SPACE_AVAIL = 42;

    static final Mask ALL = new Mask(List.of(LEASE_TIME, SPACE_AVAIL));

    static Attributes read(XdrReader in) throws IOException {
        Mask mask = Mask.read(in);
        if (!mask.equals(ALL)) {
            throw new IOException("asked for attributes " + ALL.numbers() + ", got " + mask.numbers());
        }
        XdrReader values = new XdrReader(in.opaque());
        return new Attributes(values.uint32(), values.uint64());
    }

    /**
     * A set of attributes, on the wire a bitmap.
     *
     * @param numbers ascending, which is also the order of the values
     */
    record Mask(List<Integer> numbers) {
        private static final int MAX_WORDS = 8;

        void write(XdrWriter out) {
            int[] words = new int[numbers.get(numbers.size() - 1) / 32 + 1];
            numbers.forEach(number -> words[number / 32] |= 1 << number % 32);
            out.uint32(words.length);
            for (int word : words) {
                out.uint32(word);
            }
        }

        static Mask read(XdrReader in) throws IOException {
            int words = in.uint32();
            if (words < 0 || words > MAX_WORDS) {
                throw new IOException("a bitmap of " + Integer.toUnsignedString(words) + " words");
            }
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < words; i++) {
                int word = in.uint32();
                for (int bit = 0; bit < 32; bit++) {
                    if ((word >>> bit & 1) == 1) {
                        numbers.add(i * 32 + bit);
                    }
                }
            }
            return new Mask(numbers);
        }
    }
}
