package io.hcdc.core.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.Component;
import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.heal.FaultJournal;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.HistoryFile;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.Outage;
import io.hcdc.core.drill.judge.Reads;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.load.Streak;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.DrillSpec.Aftermath;
import io.hcdc.core.drill.spec.WorkloadChoice;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
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

class DrillRunnerTest {
    private static final int RATE = 200;

    private final FakeEngine engine = new FakeEngine()
            .with(FakeEngine.container("hcdc-a1", State.RUNNING, Map.of()))
            .with(FakeEngine.container("hcdc-a2", State.RUNNING, Map.of()));
    private final List<Object> heard = new ArrayList<>();

    @TempDir
    private Path root;

    @Test
    void clientsReadMeanwhile() throws IOException {
        DrillReport report = drill(new FakeServers(engine, 3), "leader", FaultKind.KILL, Aftermath.ERASE_WRITES);
        Reads reads = report.rounds().get(0).reads().orElseThrow();
        assertThat(reads.answered()).isEqualTo(reads.attempted()).isGreaterThan(5);
        DrillReport unkept = drill(
                new FakeServers(engine, 0),
                "leader",
                Optional.of("unkept"),
                new WorkloadChoice.Component(),
                FaultKind.KILL,
                Aftermath.ERASE_WRITES);
        assertThat(unkept.rounds().get(0).reads())
                .as("nothing is kept that could be read")
                .isEmpty();
    }

    @Test
    void theEngineIsHeard() throws IOException {
        DrillReport report = drill(new FakeServers(engine, 0), "leader", FaultKind.KILL, Aftermath.ERASE_WRITES);
        assertThat(new HistoryFile(Path.of(report.folder(), "round-1.jsonl")).entries())
                .filteredOn(Entry.Event.class::isInstance)
                .extracting(Entry.Event.class::cast)
                .filteredOn(event -> event.source().equals(Observers.ENGINE))
                .extracting(event -> event.name() + " " + event.detail())
                .containsExactly("die a1", "start a1");
    }

    @Test
    void measuresWhatAnApplicationFelt() throws IOException {
        FakeServers servers = new FakeServers(engine, 0);
        DrillReport report = drill(servers, "leader", FaultKind.KILL, Aftermath.ERASE_WRITES);
        RoundResult round = report.rounds().get(0);
        assertThat(report.verdict()).as(report.reasons().toString()).isEqualTo(Verdict.PASS);
        assertThat(heard).containsExactly("begins", round);
        assertThat(round.writes().failed()).isEqualTo(15);
        assertThat(round.outage().ms()).as("fifteen writes, one each 5 ms").isGreaterThanOrEqualTo(60);
        assertThat(round.outage().predictedMs()).isEqualTo(75);
        assertThat(round.leadership().before()).isEqualTo("a1");
        assertThat(round.leadership().after()).isEqualTo("a2");
        assertThat(round.outage().stages()).extracting(Outage.Stage::stage).containsExactly(Stage.PROMOTED);
        assertThat(engine.calls()).containsExactly("kill hcdc-a1", "start hcdc-a1");
        assertThat(servers.isErased()).isTrue();
        List<Entry> history = new HistoryFile(Path.of(report.folder(), "round-1.jsonl")).entries();
        assertThat(Judge.judge(history)).as("the history alone tells the same").isEqualTo(round);
        DrillFolder kept = DrillFolder.at(Path.of(report.folder()));
        assertThat(kept.judge().drill()).as("so does the folder").isEqualTo(report);
        assertThat(kept.judge().provenance().images()).isNotEmpty();
        assertThat(kept.judge().provenance().settings()).containsEntry("alpha.nodes", "2");
        assertThat(kept.judge().provenance().changed()).contains("alpha.nodes");
        assertThat(Path.of(report.folder(), "report.json")).exists();
    }

    @Test
    void findsAcknowledgedWritesThatDidNotSurvive() {
        FakeServers servers = new FakeServers(engine, 3);
        DrillReport report = drill(servers, "a1", FaultKind.STOP, Aftermath.KEEP_WRITES);
        assertThat(report.rounds().get(0).loss().lost()).contains(3);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(servers.isErased()).isFalse();
    }

    @Test
    void healsWhatItCouldOnlyHalfBreak() {
        engine.refuse("pause hcdc-a1");
        assertThatThrownBy(() -> drill(new FakeServers(engine, 0), "leader", FaultKind.PAUSE, Aftermath.ERASE_WRITES))
                .isInstanceOf(EngineException.class);
        assertThat(engine.state("hcdc-a1")).isEqualTo(State.RUNNING);
        assertThat(new FaultJournal(home()).isOpen()).isFalse();
    }

    @Test
    void breaksNothingOnAStackThatIsNotHealthy() {
        engine.with(FakeEngine.container("hcdc-a2", State.EXITED, Map.of()));
        assertThatThrownBy(() -> drill(new FakeServers(engine, 0), "leader", FaultKind.KILL, Aftermath.ERASE_WRITES))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("leader: the stack is not healthy, nothing was broken: a2 is down");
        assertThat(engine.calls()).isEmpty();
        assertThat(heard).as("nothing has begun").isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void namesTheNearestTarget() {
        assertThatThrownBy(() -> drill(new FakeServers(engine, 0), "leadre", FaultKind.KILL, Aftermath.ERASE_WRITES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("target: unknown target 'leadre' (did you mean leader?)");
        assertThatThrownBy(() -> drill(new FakeServers(engine, 0), "b1", FaultKind.KILL, Aftermath.ERASE_WRITES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("target: b1 is a single beta node: nothing can take over from it (drill leader)");
        assertThat(root).as("no folder is made for a drill that cannot be").isEmptyDirectory();
    }

    @Test
    void whereNothingIsKeptNoLossIsKnownAndTheVerdictIsAboutTheRest() throws IOException {
        FakeServers servers = new FakeServers(engine, 3);
        DrillReport report = drill(servers, "leader", Optional.of("unkept"), FaultKind.KILL, Aftermath.ERASE_WRITES);
        RoundResult round = report.rounds().get(0);
        assertThat(report.verdict()).as(report.reasons().toString()).isEqualTo(Verdict.PASS);
        assertThat(round.loss().ledger()).isEqualTo(Loss.Ledger.NONE);
        assertThat(round.loss().lost()).isEmpty();
        assertThat(round.leadership().after()).isEqualTo("a2");
        assertThat(servers.isErased()).as("there is nothing to erase").isFalse();
        List<Entry> history = new HistoryFile(Path.of(report.folder(), "round-1.jsonl")).entries();
        assertThat(history.get(0))
                .isInstanceOfSatisfying(
                        Entry.Round.class, first -> assertThat(first.via()).isEqualTo("unkept"));
        assertThat(Judge.judge(history)).isEqualTo(round);
    }

    @Test
    void namesTheNearestPathBeforeAnythingIsBroken() {
        assertThatThrownBy(() -> drill(
                        new FakeServers(engine, 0),
                        "leader",
                        Optional.of("unkep"),
                        FaultKind.KILL,
                        Aftermath.ERASE_WRITES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("via: no path 'unkep' leads to leader here (did you mean unkept?)");
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void theUsersOwnCommandMayBeWhatSuffers() throws IOException {
        String command = "test \"$HCDC_STACK\" = hcdc";
        DrillReport report = drill(new FakeServers(engine, 3), Optional.empty(), new WorkloadChoice.Command(command));
        RoundResult round = report.rounds().get(0);
        assertThat(round.known()).isEqualTo(RoundResult.Known.YES);
        assertThat(round.writes().acknowledged()).isGreaterThanOrEqualTo(3 * Streak.STEADY);
        assertThat(round.writes().failed()).isZero();
        assertThat(round.loss().ledger()).isEqualTo(Loss.Ledger.NONE);
        assertThat(round.leadership().before())
                .as("a command does not say who answered")
                .isEqualTo("a1");
        assertThat(new HistoryFile(Path.of(report.folder(), "round-1.jsonl"))
                        .entries()
                        .get(0))
                .isInstanceOfSatisfying(
                        Entry.Round.class, first -> assertThat(first.via()).isEqualTo(command));
    }

    @Test
    void aWorkloadThatTheStackHasNotIsRefusedBeforeAnythingIsTouched() {
        assertThatThrownBy(() -> drill(
                        new FakeServers(engine, 0), Optional.empty(), new WorkloadChoice.Statement("sql", "SELECT 1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("workload-sql: nothing in this stack that fails over understands sql"
                        + " (choose --workload-cmd or --workload-http)");
        assertThatThrownBy(() ->
                        drill(new FakeServers(engine, 0), Optional.of("direct"), new WorkloadChoice.Http("http://h/")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("via: the path 'direct' is not one that this workload takes");
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    private DrillReport drill(FakeServers servers, String target, FaultKind fault, Aftermath aftermath) {
        return drill(servers, target, Optional.empty(), fault, aftermath);
    }

    private DrillReport drill(FakeServers servers, Optional<String> via, WorkloadChoice workload) {
        return drill(servers, "leader", via, workload, FaultKind.KILL, Aftermath.ERASE_WRITES);
    }

    private DrillReport drill(
            FakeServers servers, String target, Optional<String> via, FaultKind fault, Aftermath aftermath) {
        return drill(servers, target, via, new WorkloadChoice.Component(), fault, aftermath);
    }

    private DrillReport drill(
            FakeServers servers,
            String target,
            Optional<String> via,
            WorkloadChoice workload,
            FaultKind fault,
            Aftermath aftermath) {
        List<Component<?>> components =
                List.of(new FakeComponent("alpha", 7000, () -> servers), FakeComponent.of("beta", 8000));
        Stack stack = new StackResolver(new Components(components))
                .resolve("hcdc", Stacks.loader().load("solo", Stacks.settings("alpha.nodes=2")), Stacks.SUBNET);
        DrillSpec plain = DrillSpec.of(target, FaultSpec.of(fault));
        DrillSpec spec = new DrillSpec(
                plain.origin(),
                target,
                plain.steps(),
                via,
                workload,
                Math.min(RATE, 2 * workload.rate()),
                plain.reads(),
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(200),
                plain.objectives(),
                plain.bounds(),
                aftermath);
        try (RunningStack running = new RunningStack(stack, home())) {
            return new DrillRunner(running, engine, home(), Progress.SILENT).run(spec, new Recording());
        }
    }

    private final class Recording implements DrillListener {
        @Override
        public void begins() {
            heard.add("begins");
        }

        @Override
        public void judged(RoundResult round) {
            heard.add(round);
        }
    }

    private Home home() {
        return new Home(root.resolve("home"));
    }
}
