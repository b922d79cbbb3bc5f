package io.hcdc.nfs.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of attributes, on the wire a bitmap.
 *
 * @param numbers ascending, which is also the order of the values
 */
record AttributeMask(List<Integer> numbers) {
    private static final int MAX_WORDS = 8;

    static AttributeMask of(Integer... numbers) {
        return new AttributeMask(Arrays.asList(numbers));
    }

    void write(XdrWriter out) {
        int[] words = new int[numbers.get(numbers.size() - 1) / 32 + 1];
        numbers.forEach(number -> words[number / 32] |= 1 << number % 32);
        out.uint32(words.length);
        for (int word : words) {
            out.uint32(word);
        }
    }

    static AttributeMask read(XdrReader in) throws IOException {
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
        return new AttributeMask(numbers);
    }
}
