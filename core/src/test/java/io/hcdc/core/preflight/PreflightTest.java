package io.hcdc.core.preflight;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.engine.EngineFacts;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    private static final EngineFacts GOOD = facts("1.41");

    private final Stack stack = Stacks.solo();

    @TempDir
    private Path root;

    @Test
    void isSilentWhenAllIsWell() {
        assertThatCode(() -> check(GOOD, Map.of(), Observed.NOTHING)).doesNotThrowAnyException();
    }

    @Test
    void namesWhoHoldsAPortAndWhoseItShouldBe() {
        assertThatThrownBy(() -> check(GOOD, Map.of(8000, "nginx (pid 7)"), Observed.NOTHING))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessage("b1: port 8000 is taken by nginx (pid 7)"
                        + " (stop it, or move the whole stack with --port-offset 10000)");
    }

    @Test
    void ownRunningContainersHoldTheirPortsByRight() {
        for (State state : List.of(State.RUNNING, State.PAUSED)) {
            assertThatCode(() -> check(GOOD, Map.of(8000, "container hcdc-b1"), observed(state)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void ownStoppedContainersHoldNothing() {
        assertThatThrownBy(() -> check(GOOD, Map.of(8000, "nginx"), observed(State.EXITED)))
                .hasMessageContaining("port 8000 is taken by nginx");
    }

    @Test
    void ownContainersThatDoNotRunMayBeStarting() {
        for (State state : List.of(State.CREATED, State.EXITED)) {
            assertThatThrownBy(() -> check(GOOD, Map.of(8000, "docker-proxy (pid 7)"), observed(state)))
                    .hasMessageContaining("port 8000 is taken by docker-proxy (pid 7)")
                    .hasCauseInstanceOf(TakenMeanwhileException.class);
        }
    }

    @Test
    void anotherLookIsOfNoUseWhereSomethingElseIsMissing() {
        assertThatThrownBy(() -> check(facts("1.20"), Map.of(8000, "nginx"), observed(State.CREATED)))
                .hasNoCause();
        assertThatThrownBy(() -> check(GOOD, Map.of(8000, "nginx"), Observed.NOTHING))
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.40", "1.9", "0.99"})
    void refusesAnOldEngine(String api) {
        assertThatThrownBy(() -> check(facts(api), Map.of(), Observed.NOTHING))
                .hasMessage("fake:: the engine is too old: 19.3 (Docker 20.10 or newer is needed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.41", "1.100", "2.0"})
    void acceptsANewerEngine(String api) {
        assertThatCode(() -> check(facts(api), Map.of(), Observed.NOTHING)).doesNotThrowAnyException();
    }

    @Test
    void findsEveryProblemAtOnce() {
        assertThatThrownBy(() -> check(facts("1.20"), Map.of(7000, "x", 8000, "y"), Observed.NOTHING))
                .hasMessageContaining("too old")
                .hasMessageContaining("port 7000 is taken by x")
                .hasMessageContaining("port 8000 is taken by y");
    }

    @Test
    void namesTheNodesThatNeedMoreThanARootlessEngineCanGrant() {
        EngineFacts rootless =
                new EngineFacts("20.10.24", "1.41", "fake:", EngineFacts.RootUser.MAPPED, Optional.empty());
        assertThatThrownBy(() -> check(rootless, Map.of(), Observed.NOTHING))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("b1: needs the capability DAC_READ_SEARCH, which this engine cannot grant: it is"
                        + " rootless, or maps its users (use an engine that runs as root without userns-remap, or a stack"
                        + " without beta)");
    }

    private void check(EngineFacts facts, Map<Integer, String> holders, Observed observed) {
        new Preflight(facts, (address, port) -> Optional.ofNullable(holders.get(port)))
                .check(stack, new Home(root.resolve("not/there/yet")), observed);
    }

    private static Observed observed(State state) {
        return new Observed(List.of(FakeEngine.container("hcdc-b1", state, Map.of())), List.of(), List.of(), List.of());
    }

    private static EngineFacts facts(String api) {
        return new EngineFacts("19.3", api, "fake:", EngineFacts.RootUser.OF_THE_MACHINE, Optional.empty());
    }
}
