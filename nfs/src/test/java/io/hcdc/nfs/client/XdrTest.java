package io.hcdc.nfs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XdrTest {

    @Test
    void everythingIsBigEndianAndPaddedToFourBytes() {
        byte[] bytes = new XdrWriter()
                .uint32(0x01020304)
                .uint64(0x05060708090a0b0cL)
                .string("abcde")
                .bytes();

        assertThat(bytes)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0, 0, 5, 'a', 'b', 'c', 'd', 'e', 0, 0, 0);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        XdrReader in = new XdrReader(new XdrWriter()
                .uint32(-1)
                .uint64(Long.MIN_VALUE + 1)
                .string("")
                .opaque(new byte[] {7, 8, 9, 10})
                .string("ä")
                .uint32(42)
                .bytes());

        assertThat(in.uint32()).isEqualTo(-1);
        assertThat(in.uint64()).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(in.string()).isEmpty();
        assertThat(in.opaque()).containsExactly(7, 8, 9, 10);
        assertThat(in.string()).isEqualTo("ä");
        assertThat(in.uint32()).isEqualTo(42);
    }

    @Test
    void lengthsAreNotBelieved() {
        for (int length : new int[] {5, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            XdrReader in =
                    new XdrReader(new XdrWriter().uint32(length).uint32(0).bytes());
            assertThatIOException().isThrownBy(in::opaque).withMessage("the answer ends too early");
        }
    }

    @Test
    void anAnswerCutAnywhereIsAnIoException() {
        byte[] whole = new XdrWriter().uint64(1).string("abc").bytes();
        for (int length = 0; length < whole.length; length++) {
            XdrReader in = new XdrReader(Arrays.copyOf(whole, length));
            assertThatIOException().isThrownBy(() -> {
                in.uint64();
                in.string();
            });
        }
    }
}
