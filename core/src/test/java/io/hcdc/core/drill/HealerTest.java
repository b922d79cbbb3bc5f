package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealerTest {
    private static final NetworkPlace C = at("c");

    private final FakeEngine engine = new FakeEngine().with(FakeEngine.container("c", State.RUNNING, Map.of()));
    private final Fault kill = Fault.of(FaultKind.KILL, engine, C);

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
            kill.inject();
            healer.heal();
            healer.heal();
        }
        assertThat(engine.calls()).containsExactly("kill c", "start c");
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void healsOnTheWayOutOfAnException() {
        assertThatThrownBy(() -> {
                    try (Healer healer = healer()) {
                        kill.inject();
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
                        kill.inject();
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
    void nextCommandHealsWhatAKilledRunLeft() {
        journal.open(FaultKind.PAUSE, C);
        engine.pause("c");
        assertThat(new FaultJournal(home).healLeftover(engine))
                .contains(new FaultJournal.OpenFault(FaultKind.PAUSE, C));
        assertThat(engine.calls()).containsExactly("pause c", "unpause c");
        assertThat(new FaultJournal(home).healLeftover(engine)).as("once").isEmpty();
    }

    @Test
    void nextCommandConnectsWhatAKilledRunLeftIsolated() {
        journal.open(FaultKind.ISOLATE, C);
        engine.disconnect(C);
        new FaultJournal(home).healLeftover(engine);
        assertThat(engine.calls()).containsExactly("disconnect c from net", "connect c to net as c-alias at 10.0.0.2");
    }

    @Test
    void injectsNothingOnceHealed() {
        try (Healer healer = healer()) {
            healer.heal();
            engine.forgetCalls();
            healer.inject();
        }
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void nothingToHealTouchesNothing() {
        assertThat(journal.healLeftover(engine)).isEmpty();
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void forgetsTheFaultOfAContainerThatIsGone() {
        journal.open(FaultKind.KILL, at("gone"));
        assertThat(journal.healLeftover(engine)).isPresent();
        assertThat(engine.calls()).isEmpty();
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void damagedEntryIsForgotten() {
        home.write("drills/open-fault.json", "{\"fault\":\"KI");
        assertThat(journal.healLeftover(engine)).isEmpty();
        assertThat(journal.isOpen()).isFalse();
    }

    private Healer healer() {
        return new Healer(FaultKind.KILL, C, kill, journal, Progress.SILENT);
    }

    private static NetworkPlace at(String container) {
        return new NetworkPlace(container, "net", "10.0.0.2", container + "-alias");
    }
}
