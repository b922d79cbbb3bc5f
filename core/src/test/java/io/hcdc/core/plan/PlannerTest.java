package io.hcdc.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.Observed.ObservedVolume;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.FaultsImage;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.stack.Stack;
import io.hcdc.testkit.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Planner planner = new Planner();
    private final Stack stack = Stacks.solo("alpha.nodes=2");
    private final Rendering wanted = Stacks.render(stack);

    private final Map<String, String> told = new HashMap<>(wanted.versions());
    private final List<ObservedContainer> containers = new ArrayList<>(wanted.containers().stream()
            .map(spec -> FakeEngine.container(spec.name(), State.RUNNING, spec.labels()))
            .toList());
    private final List<ObservedNetwork> networks =
            new ArrayList<>(List.of(new ObservedNetwork("hcdc", stack.subnet(), Map.of())));
    private final List<ObservedVolume> volumes = new ArrayList<>(stack.nodeNames().stream()
            .map(node -> new ObservedVolume("hcdc-" + node, Map.of()))
            .toList());
    private final List<ObservedImage> images = new ArrayList<>(List.of(
            new ObservedImage("sha256:1", List.of(ImageTag.of(stack.images().get("fake"))), 1, Map.of()),
            new ObservedImage("sha256:2", List.of(ImageTag.of(FaultsImage.SPEC)), 1, Map.of())));

    @Test
    void freshStack() {
        golden("fresh", planner.up(stack, wanted, Observed.NOTHING, Map.of()));
    }

    @Test
    void nothingToDoWhenAllIsAsItShouldBe() {
        assertThat(up().isEmpty()).isTrue();
        assertThat(up().text()).isEmpty();
    }

    @Test
    void containersThatAreNotRunning() {
        observe("hcdc-a1", State.EXITED);
        observe("hcdc-a2", State.PAUSED);
        observe("hcdc-b1", State.CREATED);
        golden("not-running", up());
    }

    @Test
    void changedConfigurationReplacesOnlyWhoseItIs() {
        Stack changed = Stacks.solo("alpha.nodes=2", "beta.greeting=bye");
        golden("changed", planner.up(changed, Stacks.render(changed), observed(), told));
    }

    @Test
    void changedConfigurationReplacesAStoppedOneToo() {
        observe("hcdc-b1", State.EXITED);
        Stack changed = Stacks.solo("alpha.nodes=2", "beta.greeting=bye");
        assertThat(planner.up(changed, Stacks.render(changed), observed(), told).steps())
                .singleElement()
                .isInstanceOf(Step.ReplaceContainer.class);
    }

    @Test
    void containerThatTheStackNoLongerHas() {
        containers.add(FakeEngine.container("hcdc-a3", State.RUNNING, Map.of()));
        golden("extra", up());
    }

    @Test
    void missingVolumeAndContainer() {
        volumes.remove(1);
        containers.remove(1);
        golden("missing", up());
    }

    @Test
    void containersOfANetworkThatIsGoneCannotBeStartedAgain() {
        networks.clear();
        containers.replaceAll(one -> FakeEngine.container(one.name(), State.EXITED, one.labels()));
        golden("network-gone", up());
    }

    @Test
    void missingImageIsBuiltOnce() {
        images.clear();
        assertThat(up().steps(Step.BuildImage.class))
                .extracting(step -> step.image().name())
                .as("its own, and the one of helpers in drills")
                .containsExactly("fake", "faults");
    }

    @Test
    void downKeepsTheDataAndTheImages() {
        golden("down", planner.down(observed(), Planner.Removal.KEEP_VOLUMES));
    }

    @Test
    void downWithVolumes() {
        golden("down-with-volumes", planner.down(observed(), Planner.Removal.WITH_VOLUMES));
    }

    @Test
    void nukeLeavesNothing() {
        images.add(new ObservedImage("sha256:2", List.of(), 1, Map.of()));
        golden("nuke", planner.nuke(observed(), List.of(new Home(Path.of("/nowhere/hcdc")))));
    }

    @Test
    void nothingIsThereToRemove() {
        assertThat(planner.down(Observed.NOTHING, Planner.Removal.WITH_VOLUMES).isEmpty())
                .isTrue();
        assertThat(planner.nuke(Observed.NOTHING, List.of()).isEmpty()).isTrue();
    }

    private Plan up() {
        return planner.up(stack, wanted, observed(), told);
    }

    private Observed observed() {
        return new Observed(containers, networks, volumes, images);
    }

    private void observe(String container, State state) {
        containers.replaceAll(
                one -> one.name().equals(container) ? FakeEngine.container(one.name(), state, one.labels()) : one);
    }

    private static void golden(String name, Plan plan) {
        Golden.matches("plan/" + name + ".txt", Golden.withoutHashes(plan.text() + "\n"));
    }
}
