package io.hcdc.core.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.error.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSpecTest {

    @ParameterizedTest
    @CsvSource({
        "kill, kill",
        "partition, partition",
        "loss:12.5%, loss:12.5%",
        "loss, loss:30%",
        "throttle, throttle:1mbit",
        "throttle:64KiB/s, throttle:64KiB/s",
        "delay, delay:100ms",
        "fill-disk, fill-disk:100%",
        "skew-clock:-90s, skew-clock:-90s",
        "kill-process:redis-server, kill-process:redis-server",
        "' pause ', pause"
    })
    void readsWhatIsTypedAndFillsInTheDefault(String typed, String meant) {
        assertThat(FaultSpec.parse("fault", typed).orThrow().text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "klil | --fault: unknown fault 'klil' (did you mean kill?)",
                "kill:9 | --fault: kill knows no amount '9' (just kill)",
                "partition:rds2 | --fault: partition knows no amount 'rds2' (just partition)",
                "loss:0% | --fault: loss knows no amount '0%' (0.1% to 100%, for example loss:30%)",
                "loss:101% | --fault: loss knows no amount '101%' (0.1% to 100%, for example loss:30%)",
                "loss:30 | --fault: loss knows no amount '30' (0.1% to 100%, for example loss:30%)",
                "delay:2m | --fault: delay knows no amount '2m' (1ms to 1m, for example delay:100ms)",
                "throttle:1kbit | --fault: throttle knows no amount '1kbit' (8kbit to 10gbit, for example throttle:256kbit or"
                        + " throttle:64KiB/s)",
                "kill-process | --fault: kill-process needs an amount (the process's name, for example"
                        + " kill-process:keepalived)",
                "kill-process:a b | --fault: kill-process knows no amount 'a b' (the process's name, for example"
                        + " kill-process:keepalived)",
                "skew-clock:soon | --fault: skew-clock knows no amount 'soon' (1s to 9999 days, with a minus to be late, for"
                        + " example skew-clock:-90s)",
                "skew-clock:-900ms | --fault: skew-clock knows no amount '-900ms' (1s to 9999 days, with a minus to be"
                        + " late, for example skew-clock:-90s)"
            })
    void saysWhatIsWrongAndWhatWouldBeRight(String typed, String complaint) {
        assertThatThrownBy(() -> FaultSpec.parse("--fault", typed).orThrow())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "8kbit, 8000",
        "1mbit, 1000000",
        "1.5mbit, 1500000",
        "64KiB/s, 524288",
        "1MiB/s, 8388608",
        "1GBIT, 1000000000"
    })
    void ratesAreBitsASecond(String amount, long bits) {
        assertThat(new Amount(FaultKind.THROTTLE, amount).bitsPerSecond()).isEqualTo(bits);
    }

    @Test
    void durationsHaveASign() {
        assertThat(new Amount(FaultKind.SKEW_CLOCK, "-1.5s").duration()).isEqualTo(Duration.ofMillis(-1500));
        assertThat(new Amount(FaultKind.SKEW_CLOCK, "+2h").duration()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aClockThatIsWrongBreaksNoConnectionAndStays() {
        FaultSpec skew = FaultSpec.of(FaultKind.SKEW_CLOCK);
        assertThat(skew.stays()).isEqualTo(FaultSpec.of(FaultKind.PARTITION).stays());
        assertThat(skew.usesHelper()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindIsFoundByItsWord(FaultKind kind) {
        assertThat(FaultKind.of(kind.word())).contains(kind);
    }
}
