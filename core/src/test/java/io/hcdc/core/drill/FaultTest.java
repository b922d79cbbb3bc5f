package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.fake.FakeEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private static final NetworkPlace C = at("c");

    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));

    @ParameterizedTest
    @CsvSource({"KILL, kill c, EXITED", "STOP, stop c, EXITED", "PAUSE, pause c, PAUSED"})
    void doesWhatItsWordSaysAndSeesIt(FaultKind kind, String call, State effect) {
        Fault fault = Fault.of(kind, engine, C);
        assertThat(fault.inEffect()).isFalse();
        fault.inject();
        assertThat(engine.calls()).containsExactly(call);
        assertThat(engine.state("c")).isEqualTo(effect);
        assertThat(fault.inEffect()).isTrue();
    }

    @Test
    void isolationCutsWhatRunsOnAndPutsItBackWhereItWas() {
        Fault fault = Fault.of(FaultKind.ISOLATE, engine, C);
        assertThat(fault.inEffect()).isFalse();
        fault.inject();
        assertThat(fault.inEffect()).isTrue();
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        fault.heal();
        assertThat(fault.inEffect()).isFalse();
        assertThat(engine.calls()).containsExactly("disconnect c from net", "connect c to net as c-alias at 10.0.0.2");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"PAUSE", "ISOLATE"})
    void healsNothingThatIsNotBroken(FaultKind kind) {
        Fault.of(kind, engine, C).heal();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void restartKillsAndStartsAtOnce() {
        Fault.of(FaultKind.RESTART, engine, C).inject();
        assertThat(engine.calls()).containsExactly("kill c", "start c");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void healingBringsBackWhatRan(FaultKind kind) {
        Fault fault = Fault.of(kind, engine, C);
        fault.inject();
        fault.heal();
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        fault.heal();
        assertThat(engine.state("c")).as("healing twice is healing once").isEqualTo(State.RUNNING);
    }

    @Test
    void containerThatIsGoneHasEnded() {
        assertThat(Fault.of(FaultKind.KILL, engine, at("gone")).inEffect()).isTrue();
        assertThat(Fault.of(FaultKind.PAUSE, engine, at("gone")).inEffect()).isFalse();
    }

    private static NetworkPlace at(String container) {
        return new NetworkPlace(container, "net", "10.0.0.2", container + "-alias");
    }
}
