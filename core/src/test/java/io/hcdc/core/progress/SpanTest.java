package io.hcdc.core.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.04, 0.04 ms",
        "0.2, 0.2 ms",
        "3.3333, 3.33 ms",
        "5, 5 ms",
        "83.37, 83.4 ms",
        "99.99, 100 ms",
        "100, 0.10 s",
        "1500, 1.50 s",
        "75000, 75.00 s"
    })
    void saysSomethingAtAnyLength(double millis, String told) {
        assertThat(new Span(millis)).hasToString(told);
    }

    @Test
    void isMadeOfADuration() {
        assertThat(Span.of(Duration.ofMillis(1))).hasToString("1 ms");
    }
}
