package io.hcdc.core.drill.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.archive.Results;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.fake.FakeComponent;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.FakeServers;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
    private final FakeEngine engine = new FakeEngine()
            .with(FakeEngine.container("hcdc-a1", State.RUNNING, Map.of()))
            .with(FakeEngine.container("hcdc-a2", State.RUNNING, Map.of()));
    private final List<String> drilled = new ArrayList<>();
    private int revived;

    @TempDir
    private Path root;

    @Test
    void drillsEveryCellAndSumsUp() {
        Scorecard card = run(request("kill", "pause"), Matrix.Begin.ANEW, this::good);
        assertThat(drilled).containsExactly("kill leader", "pause leader");
        assertThat(card.rows()).extracting(Scorecard.Row::fault).containsExactly("kill", "pause");
        assertThat(card.rows().get(0).maxMs()).isEqualTo(1_500);
        assertThat(card.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void withoutNamesItIsEverything() {
        run(request(), Matrix.Begin.ANEW, this::good);
        assertThat(drilled)
                .as("all that any machine can do to any node")
                .containsExactly(
                        "stop leader",
                        "kill leader",
                        "pause leader",
                        "isolate leader",
                        "restart leader",
                        "partition leader",
                        "throttle:1mbit leader",
                        "loss:30% leader");
    }

    @Test
    void aCellThatThrowsIsUnknownAndTheNextOneIsBegun() {
        Scorecard card = run(request("kill", "pause"), Matrix.Begin.ANEW, spec -> {
            if (spec.fault().equals("kill")) {
                throw new IllegalStateException("the engine is gone");
            }
            return good(spec);
        });
        assertThat(card.rows()).extracting(Scorecard.Row::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(card.rows().get(0).reasons()).containsExactly("the engine is gone");
        assertThat(card.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatIsDownIsBroughtUpBeforeTheNextCell() {
        Scorecard card = run(request("kill", "pause"), Matrix.Begin.ANEW, spec -> {
            DrillReport report = good(spec);
            engine.kill("hcdc-a2");
            return report;
        });
        assertThat(revived).isEqualTo(1);
        assertThat(card.rows()).extracting(Scorecard.Row::n).containsExactly(1, 1);
    }

    @Test
    void aStackThatStaysUnhealthyLeavesItsCellsUnknown() {
        engine.refuse("start hcdc-a2");
        engine.kill("hcdc-a2");
        Scorecard card = run(request("kill"), Matrix.Begin.ANEW, this::good);
        assertThat(drilled).isEmpty();
        assertThat(card.rows().get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(card.rows().get(0).reasons()).containsExactly("refused to start hcdc-a2");
    }

    @Test
    void resumesWhereItWasInterrupted() {
        assertThatThrownBy(() -> run(request("kill", "pause", "stop"), Matrix.Begin.ANEW, spec -> {
                    if (spec.fault().equals("pause")) {
                        throw new StackOverflowError("as good as Ctrl-C");
                    }
                    return good(spec);
                }))
                .isInstanceOf(StackOverflowError.class);
        Scorecard card = run(request("kill", "pause", "stop"), Matrix.Begin.RESUME, this::good);
        assertThat(drilled).containsExactly("kill leader", "pause leader", "stop leader");
        assertThat(card.rows()).extracting(Scorecard.Row::fault).containsExactly("kill", "pause", "stop");
    }

    @Test
    void resumesOnlyTheSame() {
        assertThatThrownBy(() -> run(request("kill"), Matrix.Begin.RESUME, this::good))
                .hasMessageStartingWith("--resume: there is no matrix to resume");
        run(request("kill"), Matrix.Begin.ANEW, this::good);
        assertThatThrownBy(() -> run(request("stop"), Matrix.Begin.RESUME, this::good))
                .hasMessageStartingWith("--resume: the last matrix was another one: targets all, faults [kill]");
    }

    @Test
    void namesTheNearestTargetAndFaultAtOnce() {
        MatrixRequest request =
                new MatrixRequest(List.of("leadre"), List.of("kil"), Optional.empty(), 1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> run(request, Matrix.Begin.ANEW, this::good))
                .hasMessage(
                        "targets: unknown role 'leadre' (did you mean leader?); faults: unknown fault 'kil' (did you mean"
                                + " kill?)");
    }

    private DrillReport good(DrillSpec spec) {
        drilled.add(spec.deed());
        return new DrillReport("id", "hcdc", spec, "folder", List.of(Results.good(1)));
    }

    private static MatrixRequest request(String... faults) {
        return new MatrixRequest(List.of(), List.of(faults), Optional.empty(), 1, Duration.ofSeconds(1));
    }

    private Scorecard run(MatrixRequest request, Matrix.Begin begin, Function<DrillSpec, DrillReport> drill) {
        Stack stack = new StackResolver(new Components(List.of(
                        new FakeComponent("alpha", 7000, () -> new FakeServers(engine, 0)),
                        FakeComponent.of("beta", 8000))))
                .resolve("hcdc", Stacks.loader().load("solo", Stacks.settings("alpha.nodes=2")), Stacks.SUBNET);
        Home home = new Home(root.resolve("home"));
        try (RunningStack running = new RunningStack(stack, home)) {
            return new Matrix(running, home, drill, this::revive, Duration.ofMillis(50))
                    .run(request, begin, new Silent());
        }
    }

    private void revive() {
        revived++;
        engine.start("hcdc-a2");
    }

    private static final class Silent implements Matrix.Listener {
        @Override
        public void begins(int number, int of, DrillSpec cell, Optional<Duration> left) {}

        @Override
        public void ends(Scorecard.Row row) {}

        @Override
        public void revives(String missing) {}
    }
}
