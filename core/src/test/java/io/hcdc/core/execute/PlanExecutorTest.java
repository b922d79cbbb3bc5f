package io.hcdc.core.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.engine.NetworkSpec;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.RecordingProgress;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Planner;
import io.hcdc.core.plan.Step;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanExecutorTest {
    private final FakeEngine engine = new FakeEngine();
    private final RecordingProgress progress = new RecordingProgress();
    private final PlanExecutor executor = new PlanExecutor(engine, progress);
    private final Stack stack = Stacks.solo("alpha.nodes=3");
    private final Rendering wanted = Stacks.render(stack);
    private final String image = ImageTag.of(stack.images().get("fake"));

    @Test
    void bringsAFreshStackUp() {
        executor.execute(up());
        assertThat(engine.containers(Labels.ofStack("hcdc")))
                .hasSize(4)
                .allSatisfy(found -> assertThat(found.state()).isEqualTo(State.RUNNING));
        assertThat(engine.calls())
                .contains("create network hcdc", "create volume hcdc-a1")
                .startsWith("pull debian:bookworm-slim")
                .containsSubsequence("build " + image, "create network hcdc");
        assertThat(up().isEmpty()).as("then there is nothing left to do").isTrue();
    }

    @Test
    void startsADependencyFirst() {
        executor.execute(up());
        assertThat(engine.calls())
                .containsSubsequence("start hcdc-a1", "create hcdc-a2")
                .containsSubsequence("start hcdc-a1", "create hcdc-a3")
                .containsSubsequence("create network hcdc", "create hcdc-a1")
                .containsSubsequence("create volume hcdc-a1", "create hcdc-a1");
    }

    @Test
    void startsADependencyFirstThatIsListedLater() {
        engine.with(FakeEngine.container("late", State.EXITED, Map.of()))
                .with(FakeEngine.container("early", State.EXITED, Map.of()))
                .refuse("start early");
        Plan plan = new Plan(List.of(
                new Step.StartContainer("late", List.of("early")), new Step.StartContainer("early", List.of())));
        assertThatThrownBy(() -> executor.execute(plan)).hasMessageStartingWith("start early: ");
        engine.allowAll();
        executor.execute(plan);
        assertThat(engine.calls()).containsExactly("start early", "start early", "start late");
    }

    @Test
    void namesTheStepThatFailedAndDoesTheRest() {
        engine.refuse("start hcdc-b1");
        assertThatThrownBy(() -> executor.execute(up()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("start hcdc-b1: refused to start hcdc-b1"
                        + " (the same command continues where this one ended)");
        assertThat(engine.calls()).contains("start hcdc-a1", "start hcdc-a2", "start hcdc-a3");
        assertThat(progress.failed()).containsExactly("start hcdc-b1");
    }

    @Test
    void doesNotStartWhatDependsOnWhatFailed() {
        engine.refuse("create hcdc-a1");
        assertThatThrownBy(() -> executor.execute(up())).hasMessageStartingWith("start hcdc-a1: ");
        assertThat(engine.calls()).contains("start hcdc-b1").doesNotContain("create hcdc-a2", "create hcdc-a3");
    }

    @Test
    void sameCommandContinuesWhereTheLastOneEnded() {
        engine.refuse("create hcdc-a1");
        assertThatThrownBy(() -> executor.execute(up())).isInstanceOf(OperationFailedException.class);
        engine.allowAll();
        engine.forgetCalls();
        executor.execute(up());
        assertThat(engine.calls())
                .containsExactlyInAnyOrder(
                        "create hcdc-a1",
                        "start hcdc-a1",
                        "create hcdc-a2",
                        "start hcdc-a2",
                        "create hcdc-a3",
                        "start hcdc-a3");
    }

    @Test
    void failedBuildNamesItsImageAndSaysWhatItSaid() {
        engine.refuse("build " + image);
        assertThatThrownBy(() -> executor.execute(up()))
                .isInstanceOfSatisfying(OperationFailedException.class, failed -> {
                    assertThat(failed).hasMessageStartingWith("image fake: the build failed: refused to build");
                    assertThat(failed.tail()).containsExactly("Step 1/1 : FROM debian:bookworm-slim");
                });
        assertThat(engine.calls()).as("nothing is created on top of it").doesNotContain("create network hcdc");
    }

    @Test
    void replacesAContainer() {
        executor.execute(up());
        engine.forgetCalls();
        executor.execute(
                new Plan(List.of(new Step.ReplaceContainer(wanted.containers().get(3), List.of(), "changed"))));
        assertThat(engine.calls()).containsExactly("stop hcdc-b1", "remove hcdc-b1", "create hcdc-b1", "start hcdc-b1");
    }

    @Test
    void wakesAndStartsWhatIsThere() {
        engine.with(FakeEngine.container("frozen", State.PAUSED, Map.of()))
                .with(FakeEngine.container("dead", State.EXITED, Map.of()));
        executor.execute(
                new Plan(List.of(new Step.UnpauseContainer("frozen"), new Step.StartContainer("dead", List.of()))));
        assertThat(engine.calls()).containsExactlyInAnyOrder("unpause frozen", "start dead");
    }

    @Test
    void removesContainersBeforeWhatTheyUse() {
        executor.execute(up());
        engine.forgetCalls();
        executor.execute(new Planner().nuke(observed(), List.of()));
        assertThat(engine.calls())
                .containsSubsequence("stop hcdc-a1", "remove hcdc-a1", "remove network hcdc", "remove image sha256:1")
                .containsSubsequence("remove hcdc-a1", "remove volume hcdc-a1")
                .endsWith("remove image sha256:1", "remove image sha256:2");
        assertThat(observed().isEmpty()).isTrue();
    }

    @Test
    void removesAHomeButNoOtherFolder(@TempDir Path root) {
        Home home = new Home(root.resolve("home"));
        home.write("x", "text");
        executor.execute(new Plan(List.of(new Step.RemoveHome(home.folder()), new Step.RemoveHome(root))));
        assertThat(home.folder()).doesNotExist();
        assertThat(root).exists();
    }

    @Test
    void failureOfOneRemovalDoesNotStopTheOthers() {
        engine.with(FakeEngine.container("x", State.RUNNING, Map.of()))
                .with(FakeEngine.container("y", State.RUNNING, Map.of()))
                .refuse("remove x");
        assertThatThrownBy(() -> executor.execute(
                        new Plan(List.of(new Step.RemoveContainer("x", 5), new Step.RemoveContainer("y", 5)))))
                .hasMessageStartingWith("remove x: refused to remove x");
        assertThat(engine.inspect("y")).isEmpty();
    }

    @Test
    void whatCannotBeStoppedStaysAndTheOthersGo() {
        engine.with(FakeEngine.container("x", State.RUNNING, Map.of()))
                .with(FakeEngine.container("y", State.RUNNING, Map.of()))
                .refuse("stop x");
        assertThatThrownBy(() -> executor.execute(
                        new Plan(List.of(new Step.RemoveContainer("x", 5), new Step.RemoveContainer("y", 5)))))
                .hasMessageStartingWith("stop x: refused to stop x");
        assertThat(engine.inspect("x")).isPresent();
        assertThat(engine.inspect("y")).isEmpty();
    }

    @Test
    void failureOfANetworkNamesIt() {
        engine.refuse("create network n");
        assertThatThrownBy(() -> executor.execute(new Plan(List.of(new Step.CreateNetwork(
                        new NetworkSpec("n", "10.1.2.0/24", "10.1.2.1", "10.1.2.192/26", Map.of()))))))
                .hasMessageStartingWith("network n: refused to create network n");
    }

    private Plan up() {
        return new Planner().up(stack, wanted, observed(), Map.of());
    }

    private Observed observed() {
        return new Observed(
                engine.containers(Labels.ofStack("hcdc")),
                engine.networks(Labels.ofStack("hcdc")),
                engine.volumes(Labels.ofStack("hcdc")),
                engine.images(Labels.ofImages()));
    }
}
