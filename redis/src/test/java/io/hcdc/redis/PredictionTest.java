package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({
        "1000, KILL, 2300",
        "500, KILL, 1800",
        "5000, KILL, 6300",
        "1000, STOP, 3200",
        "1000, PAUSE, 2650",
        "500, PAUSE, 2025",
        "5000, PAUSE, 6900",
        "1000, ISOLATE, 2800",
        "500, ISOLATE, 2050"
    })
    void followsTheTimers(int downAfter, FaultKind fault, int expected) {
        assertThat(Prediction.of(Configs.with(Map.of("down-after-milliseconds", downAfter)), fault))
                .contains(Duration.ofMillis(expected));
    }

    @Test
    void aRestartIsAFailOverUnlessThereIsTimeToBeSeenAgain() {
        assertThat(Prediction.of(RedisConfig.DEFAULTS, FaultKind.RESTART)).contains(Duration.ofMillis(2300));
        assertThat(Prediction.of(Configs.with(Map.of("down-after-milliseconds", 1301)), FaultKind.RESTART))
                .isEmpty();
    }
}
