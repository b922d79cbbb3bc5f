package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Remedies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictionTest {

    @Test
    void threeAdvertisementsAndTheSkewUnlessTheOwnerSaysGoodBye() {
        assertThat(Prediction.of(HaproxyConfig.DEFAULTS, FaultKind.KILL)).contains(Duration.ofMillis(322));
        assertThat(Prediction.of(HaproxyConfig.DEFAULTS, FaultKind.PAUSE)).contains(Duration.ofMillis(322));
        assertThat(Prediction.of(HaproxyConfig.DEFAULTS, FaultKind.STOP)).contains(Duration.ofMillis(22));
    }

    @Test
    void namesTheTimerThatMovesTheAddress() {
        assertThat(Prediction.remedies(HaproxyConfig.DEFAULTS, FaultKind.KILL).outage())
                .get()
                .asString()
                .startsWith("haproxy.advert-int (100 ms)");
        assertThat(Prediction.remedies(HaproxyConfig.DEFAULTS, FaultKind.DELAY)).isEqualTo(Remedies.NONE);
    }
}
