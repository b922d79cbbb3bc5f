package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.fault.Injection;
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
        Fault fault = Fault.of(injection(kind, C), engine);
        assertThat(fault.inEffect()).isFalse();
        fault.inject();
        assertThat(engine.calls()).containsExactly(call);
        assertThat(engine.state("c")).isEqualTo(effect);
        assertThat(fault.inEffect()).isTrue();
    }

    @Test
    void isolationCutsWhatRunsOnAndPutsItBackWhereItWas() {
        Fault fault = Fault.of(injection(FaultKind.ISOLATE, C), engine);
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
        Fault.of(injection(kind, C), engine).heal();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void restartKillsAndStartsAtOnce() {
        Fault.of(injection(FaultKind.RESTART, C), engine).inject();
        assertThat(engine.calls()).containsExactly("kill c", "start c");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"STOP", "KILL", "PAUSE", "ISOLATE", "RESTART"})
    void healingBringsBackWhatRan(FaultKind kind) {
        Fault fault = Fault.of(injection(kind, C), engine);
        fault.inject();
        fault.heal();
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        fault.heal();
        assertThat(engine.state("c")).as("healing twice is healing once").isEqualTo(State.RUNNING);
    }

    @Test
    void containerThatIsGoneHasEnded() {
        assertThat(Fault.of(injection(FaultKind.KILL, at("gone")), engine).inEffect())
                .isTrue();
        assertThat(Fault.of(injection(FaultKind.PAUSE, at("gone")), engine).inEffect())
                .isFalse();
    }

    private static Injection injection(FaultKind kind, NetworkPlace place) {
        return Injection.of(FaultSpec.of(kind), place.container(), place);
    }

    private static NetworkPlace at(String container) {
        return new NetworkPlace(container, "net", "10.0.0.2", container + "-alias");
    }
}
