package io.hcdc.core.drill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void oneIsItsOwnMedian() {
        assertThat(Statistics.of(DoubleStream.of(5))).isEqualTo(new Statistics(1, 5, 5, 5));
    }

    @Test
    void oddNumberHasAMiddle() {
        assertThat(Statistics.of(DoubleStream.of(9, 1, 4))).isEqualTo(new Statistics(3, 4, 1, 9));
    }

    @Test
    void evenNumberHasTheMeanOfTwo() {
        assertThat(Statistics.of(DoubleStream.of(8, 1, 4, 2))).isEqualTo(new Statistics(4, 3, 1, 8));
    }

    @Test
    void speakForThemselves() {
        assertThat(Statistics.of(DoubleStream.of(83, 1_234, 3_000)))
                .hasToString("median 1.23 s, min 83 ms, max 3.00 s (n=3)");
    }
}
