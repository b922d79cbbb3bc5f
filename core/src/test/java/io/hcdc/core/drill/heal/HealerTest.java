package io.hcdc.core.drill.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealerTest {
    private static final NetworkPlace C = at("c");

    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));
    private final Injection kill = injection(FaultKind.KILL, C);

    @TempDir
    private Path root;

    private Home home;
    private FaultJournal journal;

    @BeforeEach
    void openJournal() {
        home = new Home(root.resolve("home"));
        journal = new FaultJournal(home);
    }

    @Test
    void isWrittenDownBeforeAnythingIsBroken() {
        try (Healer healer = healer()) {
            assertThat(journal.isOpen()).isTrue();
            assertThat(engine.calls()).isEmpty();
        }
    }

    @Test
    void healsOnce() {
        try (Healer healer = healer()) {
            healer.inject(kill);
            healer.heal(kill);
            healer.heal(kill);
        }
        assertThat(engine.calls()).containsExactly("kill c", "start c");
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void healsTheLastFirstAndEachByItself() {
        Injection pause = injection(FaultKind.PAUSE, C);
        try (Healer healer = healer()) {
            healer.register(pause);
            healer.inject(pause);
            healer.inject(kill);
            assertThat(new FaultJournal(home).isOpen()).isTrue();
            healer.heal(kill);
            assertThat(journal.isOpen()).as("one is still open").isTrue();
        }
        assertThat(engine.calls()).startsWith("pause c", "kill c", "start c");
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void healsOnTheWayOutOfAnException() {
        assertThatThrownBy(() -> {
                    try (Healer healer = healer()) {
                        healer.inject(kill);
                        throw new IllegalStateException("in the middle");
                    }
                })
                .hasMessage("in the middle");
        assertThat(engine.calls()).containsExactly("kill c", "start c");
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void staysOpenWhenHealingFails() {
        engine.refuse("start c");
        assertThatThrownBy(() -> {
                    try (Healer healer = healer()) {
                        healer.inject(kill);
                    }
                })
                .isInstanceOf(EngineException.class);
        assertThat(journal.isOpen()).as("the next command tries again").isTrue();
        engine.allowAll();
        journal.healLeftover(engine);
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void healsEverythingEvenWhenOneFails() {
        NetworkPlace d = at("d");
        engine.with(FakeEngine.container("d", State.RUNNING, Map.of()));
        Injection pause = injection(FaultKind.PAUSE, d);
        engine.refuse("unpause d");
        assertThatThrownBy(() -> {
                    try (Healer healer = healer()) {
                        healer.inject(kill);
                        healer.register(pause);
                        healer.inject(pause);
                    }
                })
                .isInstanceOf(EngineException.class)
                .hasMessage("refused to unpause d");
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        assertThat(journal.open()).as("the next command tries again").containsExactly(pause);

        journal.write(List.of(kill, pause));
        engine.kill("c");
        assertThatThrownBy(() -> journal.healLeftover(engine)).hasMessage("refused to unpause d");
        assertThat(engine.state("c")).isEqualTo(State.RUNNING);
        assertThat(journal.open()).containsExactly(pause);
    }

    @Test
    void firstFailureIsToldAndTheOthersGoWithIt() {
        NetworkPlace d = at("d");
        engine.with(FakeEngine.container("d", State.RUNNING, Map.of()));
        engine.refuse("unpause d").refuse("start c");
        assertThatThrownBy(() -> {
                    try (Healer healer = healer()) {
                        healer.inject(kill);
                        healer.inject(register(healer, injection(FaultKind.PAUSE, d)));
                    }
                })
                .hasMessage("refused to unpause d")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("refused to start c")));
    }

    @Test
    void helperIsWrittenDownUntilItIsGone() {
        Injection loss = injection(FaultKind.LOSS, C);
        try (Healer healer = new Healer(what -> Fault.of(what, engine), journal, Progress.SILENT)) {
            healer.inject(register(healer, loss));
            healer.heal(loss);
            assertThat(journal.open()).as("its helper is still there").containsExactly(loss);
        }
        assertThat(journal.isOpen()).isFalse();
        assertThat(engine.containers(Map.of())).hasSize(1);
    }

    @Test
    void whatCannotBePreparedIsNotBrokenAndLeavesNothing() {
        engine.answering("no such kind", 2);
        try (Healer healer = new Healer(what -> Fault.of(what, engine), journal, Progress.SILENT)) {
            assertThatThrownBy(() -> healer.register(injection(FaultKind.LOSS, C)))
                    .isInstanceOf(EnvironmentNotReadyException.class);
            assertThat(journal.isOpen()).isFalse();
            assertThat(engine.containers(Map.of())).hasSize(1);
        }
    }

    private static Injection register(Healer healer, Injection injection) {
        healer.register(injection);
        return injection;
    }

    @Test
    void nextCommandHealsWhatAKilledRunLeft() {
        journal.write(List.of(injection(FaultKind.PAUSE, C)));
        engine.pause("c");
        assertThat(new FaultJournal(home).healLeftover(engine)).containsExactly(injection(FaultKind.PAUSE, C));
        assertThat(engine.calls()).containsExactly("pause c", "unpause c");
        assertThat(new FaultJournal(home).healLeftover(engine)).as("once").isEmpty();
    }

    @Test
    void nextCommandConnectsWhatAKilledRunLeftIsolated() {
        journal.write(List.of(injection(FaultKind.ISOLATE, C)));
        engine.disconnect(C);
        new FaultJournal(home).healLeftover(engine);
        assertThat(engine.calls()).containsExactly("disconnect c from net", "connect c to net as c-alias at 10.0.0.2");
    }

    @Test
    void injectsNothingOnceHealed() {
        try (Healer healer = healer()) {
            healer.heal(kill);
            engine.forgetCalls();
            healer.inject(kill);
        }
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void writesNothingDownAfterTheEnd() {
        Healer healer = healer();
        healer.close();
        engine.forgetCalls();
        healer.register(kill);
        healer.inject(kill);
        assertThat(engine.calls()).isEmpty();
        assertThat(journal.isOpen()).as("nothing is broken").isFalse();
    }

    @Test
    void nothingToHealTouchesNothing() {
        assertThat(journal.healLeftover(engine)).isEmpty();
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void forgetsTheFaultOfAContainerThatIsGone() {
        journal.write(List.of(injection(FaultKind.KILL, at("gone"))));
        assertThat(journal.healLeftover(engine)).hasSize(1);
        assertThat(engine.calls()).isEmpty();
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void damagedEntryIsForgotten() {
        home.write("drills/open-faults.json", "[{\"what\":\"KI");
        assertThat(journal.healLeftover(engine)).isEmpty();
        assertThat(journal.isOpen()).isFalse();
    }

    private Healer healer() {
        Healer healer = new Healer(injection -> Fault.of(injection, engine), journal, Progress.SILENT);
        healer.register(kill);
        return healer;
    }

    private static Injection injection(FaultKind kind, NetworkPlace place) {
        return Injection.of(FaultSpec.of(kind), place.container(), place);
    }

    private static NetworkPlace at(String container) {
        return new NetworkPlace(container, "net", "10.0.0.2", container + "-alias");
    }
}
