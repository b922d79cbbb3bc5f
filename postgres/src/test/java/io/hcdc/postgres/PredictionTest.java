package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Remedies;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({
        "400, 100, KILL, 900",
        "400, 100, RESTART, 900",
        "400, 100, STOP, 1000",
        "400, 100, PAUSE, 1350",
        "400, 100, ISOLATE, 1350",
        "800, 200, PAUSE, 1800",
        "800, 200, KILL, 900"
    })
    void followsTheTimers(int timeout, int interval, FaultKind fault, int expected) {
        assertThat(Prediction.ofPrimary(Configs.guarded(timeout, interval), fault))
                .contains(Duration.ofMillis(expected));
    }

    @Test
    void aPgpoolIsReplacedByTheOtherOne() {
        assertThat(Prediction.ofPgpool(FaultKind.KILL)).contains(Duration.ofMillis(150));
        assertThat(Prediction.ofPgpool(FaultKind.PAUSE)).isEmpty();
    }

    @Test
    void namesWhatDecidesOutageAndLoss() {
        PostgresConfig guarded = Configs.guarded(700, 100);
        assertThat(Prediction.remediesOfPrimary(guarded, FaultKind.PAUSE).outage())
                .get()
                .asString()
                .startsWith("postgres.guard-timeout-milliseconds (700) ");
        assertThat(Prediction.remediesOfPrimary(guarded, FaultKind.KILL))
                .as("a broken session is seen at once, and a commit is on two nodes")
                .isEqualTo(Remedies.NONE);
        assertThat(Prediction.remediesOfPgpool(Configs.asynchronous(Map.of())).loss())
                .get()
                .asString()
                .startsWith("postgres.synchronous is false");
    }
}
