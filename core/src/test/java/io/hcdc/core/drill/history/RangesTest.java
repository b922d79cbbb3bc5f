package io.hcdc.core.drill.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "0", "7", "0-99", "0-99,101", "0,2,4-5,1000000"})
    void textAndNumbersAreTheSame(String text) {
        assertThat(Ranges.text(Ranges.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0-2,4 | 4", "3-3 | 1", "0-99 | 100"})
    void endsBelongToTheirRange(String text, int count) {
        BitSet numbers = Ranges.parse(text);
        assertThat(numbers.cardinality()).isEqualTo(count);
    }
}
