package io.hcdc.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final Optional<String> CANNOT = Optional.of("it goes by the sun");

    @Test
    void whoCannotHaveAClockHasTheReasonInstead() {
        assertThat(Clocks.OWN.environment(CANNOT)).isEqualTo(Map.of("HCDC_NO_CLOCK", "it goes by the sun"));
        assertThat(Clocks.OWN.environment(Optional.empty()))
                .containsKeys("LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE")
                .doesNotContainKey("HCDC_NO_CLOCK");
    }

    @Test
    void theMachinesClockNeedsNothing() {
        assertThat(Clocks.SHARED.environment(CANNOT)).isEmpty();
        assertThat(Clocks.SHARED.environment(Optional.empty())).isEmpty();
    }
}
