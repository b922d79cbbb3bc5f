package io.hcdc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "2.5s, 2500", "1m, 60000", "0.25m, 15000", "0s, 0", "1.6ms, 2"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(converter.convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "1h", "1 s", "1.s", "1e3s", "five seconds", "99999999999999999m"})
    void refusesEverythingElseAndShowsHow(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a duration such as 500ms, 2.5s or 1m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999m", "9999999.9m"})
    void longestOneCanStillBeCounted(String text) {
        assertThat(converter.convert(text).toNanos()).isPositive();
    }
}
