package io.hcdc.redis;

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

    @Test
    void namesWhatDecidesOutageAndLoss() {
        Remedies remedies = Prediction.remedies(
                Configs.with(Map.of("down-after-milliseconds", 700, "min-replicas-max-lag", 3)), FaultKind.KILL);
        assertThat(remedies.outage()).get().asString().startsWith("redis.down-after-milliseconds (700) ");
        assertThat(remedies.loss())
                .contains("redis.min-replicas-to-write (1) and redis.min-replicas-max-lag (3 s) bound what a cut-off"
                        + " master can lose");
        assertThat(Prediction.remedies(RedisConfig.DEFAULTS, FaultKind.THROTTLE).outage())
                .as("no timer says when that ends")
                .isEmpty();
    }
}
