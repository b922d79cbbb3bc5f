package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.fake.FakeEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));

    @ParameterizedTest
    @CsvSource({"KILL, kill c, EXITED", "STOP, stop c, EXITED", "PAUSE, pause c, PAUSED"})
    void doesWhatItsWordSaysAndSeesIt(FaultKind kind, String call, State effect) {
        Fault fault = Fault.of(kind, engine, "c");
        assertThat(fault.inEffect()).isFalse();
        fault.inject();
        assertThat(engine.calls()).containsExactly(call);
        assertThat(engine.state("c")).isEqualTo(effect);
        assertThat(fault.inEffect()).isTrue();
    }

    @Test
    void restartKillsAndStartsAtOnce() {
        Fault.of(FaultKind.RESTART, engine, "c").inject();
        assertThat(engine.calls()).containsExactly("kill c", "start c");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void healingBringsBackWhatRan(FaultKind kind) {
        Fault fault = Fault.of(kind, engine, "c");
        fault.inject();
        fault.heal();
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        fault.heal();
        assertThat(engine.state("c")).as("healing twice is healing once").isEqualTo(State.RUNNING);
    }

    @Test
    void pauseDoesNotWakeWhatIsNotFrozen() {
        Fault.of(FaultKind.PAUSE, engine, "c").heal();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void containerThatIsGoneHasEnded() {
        assertThat(Fault.of(FaultKind.KILL, engine, "gone").inEffect()).isTrue();
        assertThat(Fault.of(FaultKind.PAUSE, engine, "gone").inEffect()).isFalse();
    }
}
