package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.history.Entry.EndedEarly.Cause;
import io.hcdc.core.drill.spec.AbortWhen;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseTest {
    private long now;
    private boolean up = true;
    private final Pulse pulse = new Pulse(new Server(), 10, () -> now);

    @Test
    void anOutageLastsFromTheFirstErrorUntilWritesAreSteady() {
        attempts(30);
        assertThat(pulse.outageMs()).isZero();
        up = false;
        attempts(10);
        assertThat(pulse.outageMs()).isEqualTo(1_000);
        up = true;
        attempts(19);
        assertThat(pulse.outageMs()).isEqualTo(2_900);
        attempts(1);
        assertThat(pulse.outageMs()).isZero();
    }

    @Test
    void errorsAreCountedOverTenSeconds() {
        attempts(100);
        up = false;
        attempts(60);
        assertThat(pulse.errorShare()).isEqualTo(60);
        up = true;
        attempts(150);
        assertThat(pulse.errorShare()).isZero();
    }

    @Test
    void aConditionThatHeldOnceEndsTheRound() {
        EarlyEnd end = new EarlyEnd(
                List.of(condition("outage>1.5s"), condition("errors>90%")), pulse, Optional.empty(), () -> now);
        up = false;
        attempts(15);
        assertThat(end.reached()).isEmpty();
        attempts(1);
        assertThat(end.reached()).contains(new EarlyEnd.Reason(Cause.ABORTED, "outage>1.5s"));
        up = true;
        attempts(30);
        assertThat(end.reached()).isPresent();
    }

    @Test
    void noTimeIsLeftAfterTheDeadline() {
        EarlyEnd end =
                new EarlyEnd(List.of(), pulse, Optional.of(new EarlyEnd.Deadline(1_000, new Span(2_000))), () -> now);
        now = 1_000;
        assertThat(end.reached()).isEmpty();
        now = 1_001;
        assertThat(end.reached())
                .contains(new EarlyEnd.Reason(Cause.OUT_OF_TIME, "its time, 2.00 s, was over before its end"));
    }

    private static AbortWhen condition(String text) {
        return AbortWhen.parse(text, "", new ArrayList<>()).orElseThrow();
    }

    /** Ten a second. */
    private void attempts(int count) {
        for (int i = 0; i < count; i++) {
            pulse.attempt(i);
            now += 100_000_000;
        }
    }

    private final class Server implements Workload {
        @Override
        public Outcome attempt(int number) {
            return up ? Outcome.ok("a1") : Outcome.fail("", "down");
        }

        @Override
        public void close() {}
    }
}
