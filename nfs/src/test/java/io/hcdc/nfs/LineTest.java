package io.hcdc.nfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void everyNumberHasItsPlace() {
        assertThat(Line.of(7)).isEqualTo("000000000000007\n".getBytes());
        assertThat(Line.offset(7)).isEqualTo(7 * 16);
        assertThat(Line.last(8 * 16)).isEqualTo(7);
        assertThat(Line.last(8 * 16 + 15)).as("a line that is cut").isEqualTo(7);
        assertThat(Line.last(0)).isEqualTo(-1);
    }

    @Test
    void whatIsMissingCutOrElsewhereIsNotThere() {
        byte[] file = new byte[5 * 16 + 15];
        System.arraycopy(Line.of(0), 0, file, 0, 16);
        System.arraycopy(Line.of(2), 0, file, 2 * 16, 16);
        System.arraycopy(Line.of(7), 0, file, 3 * 16, 16);
        System.arraycopy(Line.of(5), 0, file, 5 * 16, 15);

        assertThat(Line.numbers(file).stream()).containsExactly(0, 2);
        assertThat(Line.numbers(Arrays.copyOf(file, 3 * 16 - 1)).stream()).containsExactly(0);
        assertThat(Line.numbers(new byte[0]).isEmpty()).isTrue();
    }
}
