package io.hcdc.core.drill.judge;

import static io.hcdc.core.drill.archive.Histories.FAULT;
import static io.hcdc.core.drill.archive.Histories.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Offset<Double> TENTH_OF_A_PERCENT = within(0.1);

    @Test
    void eachPartHasItsOwn() {
        Latency latency = Histories.faultAfterGoodWrites()
                .writes(30, Kind.FAIL)
                .write(130, 1_300, 1_420, Kind.OK)
                .writes(49, Kind.OK)
                .judged()
                .latency();
        assertThat(latency.before()).hasValueSatisfying(part -> {
            assertThat(part.writes()).isEqualTo(100);
            assertThat(part.response().maxMs()).isCloseTo(1, within(0.001));
        });
        assertThat(latency.during())
                .as("write 130 ends the outage at 1420 ms; 131 to 141 were due before that")
                .hasValueSatisfying(part -> {
                    assertThat(part.writes()).isEqualTo(12);
                    assertThat(part.response().maxMs()).isCloseTo(120, TENTH_OF_A_PERCENT);
                    assertThat(part.response().p50Ms()).isCloseTo(1, within(0.001));
                });
        assertThat(latency.after())
                .hasValueSatisfying(part -> assertThat(part.writes()).isEqualTo(38));
    }

    @Test
    void aLateLoadGeneratorIsNotTheUsersLuck() {
        Latency latency = Histories.begin()
                .entry(new Entry.Write(0, nanos(0), nanos(40), nanos(50), Kind.OK, "a1", ""))
                .judged()
                .latency();
        assertThat(latency.before()).hasValueSatisfying(part -> {
            assertThat(part.response().p99Ms()).isCloseTo(50, TENTH_OF_A_PERCENT);
            assertThat(part.service().p99Ms()).isCloseTo(10, TENTH_OF_A_PERCENT);
        });
    }

    @Test
    void whatWasOnItsWayWhenTheFaultCameBelongsToIt() {
        Latency latency = Histories.begin()
                .writes(99, Kind.OK)
                .write(99, 990, FAULT + 80, Kind.OK)
                .fault(FAULT, Phase.REQUESTED)
                .judged()
                .latency();
        assertThat(latency.before())
                .hasValueSatisfying(part -> assertThat(part.writes()).isEqualTo(99));
        assertThat(latency.during())
                .hasValueSatisfying(part -> assertThat(part.response().maxMs()).isCloseTo(90, TENTH_OF_A_PERCENT));
        assertThat(latency.after()).isEmpty();
    }

    @Test
    void whereNothingFailedTheFaultLastsUntilTheNodeIsBack() {
        Latency latency = Histories.faultAfterGoodWrites()
                .writes(100, Kind.OK)
                .fault(1_500, Phase.HEALED)
                .judged()
                .latency();
        assertThat(latency.during())
                .hasValueSatisfying(part -> assertThat(part.writes()).isEqualTo(50));
        assertThat(latency.after())
                .hasValueSatisfying(part -> assertThat(part.writes()).isEqualTo(50));
    }

    @Test
    void whatWasNeverAcknowledgedHasNone() {
        Latency latency =
                Histories.faultAfterGoodWrites().writes(100, Kind.FAIL).judged().latency();
        assertThat(latency.during()).isEmpty();
        assertThat(latency.after()).isEmpty();
    }

    @Test
    void percentilesAreThoseOfTheValues() {
        Percentiles of1To1000 = Percentiles.of(LongStream.rangeClosed(1, 1_000).map(Histories::nanos))
                .orElseThrow();
        assertThat(of1To1000.p50Ms()).isCloseTo(500, within(0.5));
        assertThat(of1To1000.p90Ms()).isCloseTo(900, within(0.9));
        assertThat(of1To1000.p99Ms()).isCloseTo(990, within(1.0));
        assertThat(of1To1000.p999Ms()).isCloseTo(999, within(1.0));
        assertThat(of1To1000.maxMs()).isCloseTo(1_000, within(1.0));
        assertThat(Percentiles.of(LongStream.of(-5, Long.MAX_VALUE)))
                .as("nonsense")
                .isPresent();
    }
}
