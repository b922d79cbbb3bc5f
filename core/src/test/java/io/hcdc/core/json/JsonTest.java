package io.hcdc.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.archive.Results;
import io.hcdc.testkit.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    /** One of every kind. */
    record Values(Duration time, Optional<String> there, Optional<Duration> absent, Path path, double number) {}

    @Test
    void durationsAreMillisecondsAndAbsentValuesNull() {
        assertThat(new Json()
                        .text(new Values(
                                Duration.ofSeconds(2), Optional.of("x"), Optional.empty(), Path.of("/a/b"), 1.5)))
                .isEqualTo("""
                        {
                          "time" : 2000,
                          "there" : "x",
                          "absent" : null,
                          "path" : "/a/b",
                          "number" : 1.5
                        }""");
    }

    @Test
    void aLossThatCannotBeKnownIsNull() {
        assertThat(new Json().text(Results.unkept(1)))
                .contains("\"ledger\" : \"NONE\"")
                .contains("\"lost\" : null");
    }

    @Test
    void drillReportIsComplete() {
        Golden.matches(
                "drill/report.json",
                new Json().text(Results.report(Optional.of(Duration.ofSeconds(2)), 1, Results.good(1))) + "\n");
    }
}
