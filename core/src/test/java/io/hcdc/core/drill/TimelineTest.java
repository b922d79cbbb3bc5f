package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.heal.FaultJournal;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.HistoryFile;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.AbortWhen;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.DrillSpec.Bounds;
import io.hcdc.core.drill.spec.DrillSpec.Step;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.fake.FakeComponent;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.FakeServers;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills of several steps, on servers in memory. */
class TimelineTest {
    private final FakeEngine engine = new FakeEngine()
            .with(FakeEngine.container("hcdc-a1", State.RUNNING, Map.of()))
            .with(FakeEngine.container("hcdc-a2", State.RUNNING, Map.of()))
            .with(FakeEngine.container("hcdc-b1", State.RUNNING, Map.of()));

    @TempDir
    private Path root;

    @Test
    void doesOverlappingStepsAtTheirTimesAndHealsEachAtItsOwn() throws IOException {
        DrillReport report = drill(
                Bounds.NONE,
                step(0, "leader", FaultKind.PAUSE, Optional.of(Duration.ofMillis(400))),
                step(200, "b1", FaultKind.KILL, Optional.empty()));
        assertThat(engine.calls()).containsExactly("pause hcdc-a1", "kill hcdc-b1", "unpause hcdc-a1", "start hcdc-b1");
        List<Entry.Fault> faults = faults(report);
        assertThat(faults).extracting(Entry.Fault::fault).contains("pause", "kill");
        // What the busy machine was late by is said where it is more than 50 ms.
        assertThat(dueMs(faults, 1, Phase.REQUESTED) - dueMs(faults, 0, Phase.REQUESTED))
                .isBetween(50L, 350L);
        assertThat(dueMs(faults, 0, Phase.HEAL_REQUESTED) - dueMs(faults, 0, Phase.REQUESTED))
                .isBetween(250L, 550L);
        assertThat(report.verdict()).as(report.reasons().toString()).isEqualTo(Verdict.PASS);
        assertThat(report.rounds().get(0).outage().predictedMs())
                .as("of two faults nobody can say")
                .isEqualTo(-1);
        assertThat(report.rounds().get(0).redundancy().healedMs())
                .as("the last heal counts")
                .isCloseTo(
                        (entry(faults, 1, Phase.HEALED).at()
                                        - entry(faults, 0, Phase.REQUESTED).at())
                                / 1e6,
                        within(1.0));
    }

    @Test
    void whatTheEngineRefusesInTheMiddleLeavesNothingBroken() {
        engine.refuse("pause hcdc-b1");
        assertThatThrownBy(() -> drill(
                        Bounds.NONE,
                        step(0, "leader", FaultKind.KILL, Optional.empty()),
                        step(100, "b1", FaultKind.PAUSE, Optional.empty())))
                .isInstanceOf(EngineException.class);
        assertThat(engine.state("hcdc-a1")).isEqualTo(State.RUNNING);
        assertThat(new FaultJournal(home()).isOpen()).isFalse();
    }

    @Test
    void aStepThatComesLateSaysSo() throws IOException {
        engine.slow("pause hcdc-a1", Duration.ofMillis(300));
        DrillReport report = drill(
                Bounds.NONE,
                step(0, "leader", FaultKind.PAUSE, Optional.empty()),
                step(100, "b1", FaultKind.KILL, Optional.empty()));
        assertThat(faults(report))
                .filteredOn(entry -> entry.phase() == Phase.REQUESTED)
                .extracting(Entry.Fault::detail)
                .satisfiesExactly(
                        first -> assertThat(first).matches("|late by \\d+ ms"),
                        late -> assertThat(late).matches("late by ([2-9]|\\d\\d)\\d\\d ms"));
    }

    @Test
    void aConditionEndsTheDrillHealedAndFailed() throws IOException {
        AbortWhen longOutage =
                AbortWhen.parse("outage>100ms", "", new ArrayList<>()).orElseThrow();
        DrillReport report = drill(
                new Bounds(List.of(longOutage), Optional.empty()),
                step(0, "a1", FaultKind.KILL, Optional.empty()),
                step(0, "a2", FaultKind.PAUSE, Optional.empty()),
                step(60_000, "b1", FaultKind.KILL, Optional.empty()));
        assertThat(engine.calls()).doesNotContain("kill hcdc-b1").contains("start hcdc-a1", "unpause hcdc-a2");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.reasons()).contains("round 1: gave up: outage>100ms");
        assertThat(new FaultJournal(home()).isOpen()).isFalse();
    }

    @Test
    void whenItsTimeIsOverEverythingIsHealedAndTheVerdictIsUnknown() {
        DrillReport report = drill(
                new Bounds(List.of(), Optional.of(Duration.ofMillis(1_200))),
                step(0, "leader", FaultKind.KILL, Optional.empty()),
                step(60_000, "b1", FaultKind.KILL, Optional.empty()));
        assertThat(engine.calls()).containsExactly("kill hcdc-a1", "start hcdc-a1");
        assertThat(report.verdict()).as(report.reasons().toString()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.reasons()).containsExactly("round 1: its time, 1.20 s, was over before its end");
    }

    @Test
    void mistakesAreToldBeforeAnythingIsBroken() {
        assertThatThrownBy(() -> drill(
                        Bounds.NONE,
                        step(0, "leadr", FaultKind.KILL, Optional.empty()),
                        step(0, "a1", FaultKind.PAUSE, Optional.empty()),
                        step(10, "leader", FaultKind.PAUSE, Optional.empty())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("kill leadr: target: unknown role or node 'leadr' (did you mean leader?)")
                .hasMessageContaining("pause leader at 10 ms: a1 is under pause already");
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aLossThatCannotBeKnownIsNoObjective() {
        DrillSpec spec = DrillSpec.of("leader", FaultSpec.of(FaultKind.KILL))
                .by(Optional.of("unkept"))
                .judgedBy(new DrillSpec.Objectives(
                        Optional.empty(), Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> drill(spec))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("max-lost: nothing that is written via unkept is kept");
        assertThat(engine.calls()).isEmpty();
    }

    /** When it would have been on time, in milliseconds. */
    private static long dueMs(List<Entry.Fault> faults, int step, Phase phase) {
        Entry.Fault entry = entry(faults, step, phase);
        String late = entry.detail().replaceAll("\\D", "");
        return entry.at() / 1_000_000 - (late.isEmpty() ? 0 : Long.parseLong(late));
    }

    private static Entry.Fault entry(List<Entry.Fault> faults, int step, Phase phase) {
        return faults.stream()
                .filter(entry -> entry.step() == step && entry.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry.Fault> faults(DrillReport report) throws IOException {
        return new HistoryFile(Path.of(report.folder(), "round-1.jsonl"))
                .entries().stream()
                        .filter(Entry.Fault.class::isInstance)
                        .map(Entry.Fault.class::cast)
                        .toList();
    }

    private static Step step(long at, String target, FaultKind kind, Optional<Duration> lasting) {
        return new Step(Duration.ofMillis(at), target, FaultSpec.of(kind), lasting);
    }

    private DrillReport drill(Bounds bounds, Step... steps) {
        DrillSpec plain = DrillSpec.of("leader", steps[0].fault());
        return drill(new DrillSpec(
                plain.origin(),
                "leader",
                List.of(steps),
                plain.via(),
                plain.workload(),
                200,
                plain.reads(),
                1,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                plain.objectives(),
                bounds,
                plain.aftermath()));
    }

    private DrillReport drill(DrillSpec spec) {
        FakeServers servers = new FakeServers(engine, 0);
        Stack stack = new StackResolver(new Components(
                        List.of(new FakeComponent("alpha", 7000, () -> servers), FakeComponent.of("beta", 8000))))
                .resolve("hcdc", Stacks.loader().load("solo", Stacks.settings("alpha.nodes=2")), Stacks.SUBNET);
        try (RunningStack running = new RunningStack(stack, home())) {
            return new DrillRunner(running, engine, home(), Progress.SILENT).run(spec, DrillListener.SILENT);
        }
    }

    private Home home() {
        return new Home(root.resolve("home"));
    }
}
