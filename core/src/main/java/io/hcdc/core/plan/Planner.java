package io.hcdc.core.plan;

import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.engine.NetworkSpec;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.FaultsImage;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.Subnet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what must be done. Pure: equal arguments give equal plans. */
public final class Planner {
    /**
     * What takes a stack from what is observed to what it should be.
     *
     * @param told container → version of the configuration its server says it runs with; only of those that said one
     */
    public Plan up(Stack stack, Rendering rendering, Observed observed, Map<String, String> told) {
        List<ContainerSpec> containers = rendering.containers();
        List<Step> steps = new ArrayList<>();
        missingImages(stack, observed, steps);
        Set<String> wanted =
                new HashSet<>(containers.stream().map(ContainerSpec::name).toList());
        observed.containers().stream()
                .filter(found -> !wanted.contains(found.name()))
                .forEach(found -> steps.add(Step.RemoveContainer.of(found)));
        if (observed.network(stack.network()).isEmpty()) {
            steps.add(new Step.CreateNetwork(network(stack)));
        }
        missingVolumes(stack, observed, steps);
        for (int i = 0; i < containers.size(); i++) {
            Node node = stack.nodes().get(i);
            Optional<Step> step = container(stack, node, containers.get(i), observed);
            step.ifPresent(steps::add);
            if (step.filter(begins -> !(begins instanceof Step.UnpauseContainer))
                    .isEmpty()) {
                reload(node, rendering, observed, told).ifPresent(steps::add);
            }
        }
        return new Plan(steps);
    }

    /** What ends a stack: containers and network go, volumes only when asked for. */
    public Plan down(Observed observed, Removal removal) {
        List<Step> steps = new ArrayList<>();
        observed.containers().forEach(found -> steps.add(Step.RemoveContainer.of(found)));
        observed.networks().forEach(found -> steps.add(new Step.RemoveNetwork(found.name())));
        if (removal == Removal.WITH_VOLUMES) {
            observed.volumes().forEach(found -> steps.add(new Step.RemoveVolume(found.name())));
        }
        return new Plan(steps);
    }

    /** What leaves nothing of hcdc's behind. Images that are not in the observation are spared. */
    public Plan nuke(Observed observed, List<Home> homes) {
        List<Step> steps = new ArrayList<>(down(observed, Removal.WITH_VOLUMES).steps());
        for (Observed.ObservedImage image : observed.images()) {
            String name = image.references().isEmpty() ? image.id() : String.join(", ", image.references());
            steps.add(new Step.RemoveImage(name, image.id()));
        }
        homes.stream()
                .map(Home::folder)
                .<Step>map((Path folder) -> new Step.RemoveHome(folder))
                .forEach(steps::add);
        return new Plan(steps);
    }

    /** What becomes of the data. */
    public enum Removal {
        KEEP_VOLUMES,
        WITH_VOLUMES
    }

    private static void missingImages(Stack stack, Observed observed, List<Step> steps) {
        Set<String> present = new HashSet<>();
        observed.images().forEach(image -> present.addAll(image.references()));
        Stream.concat(stack.images().values().stream(), Stream.of(FaultsImage.SPEC))
                .filter(image -> !present.contains(ImageTag.of(image)))
                .forEach(image -> steps.add(new Step.BuildImage(image, ImageTag.of(image))));
    }

    private static NetworkSpec network(Stack stack) {
        Subnet subnet = Subnet.parse(stack.subnet()).orElseThrow();
        return new NetworkSpec(
                stack.network(), stack.subnet(), subnet.gateway(), subnet.strangers(), Labels.network(stack));
    }

    private static void missingVolumes(Stack stack, Observed observed, List<Step> steps) {
        stack.volumes().stream()
                .filter(volume -> !observed.hasVolume(stack.volume(volume)))
                .forEach(
                        volume -> steps.add(new Step.CreateVolume(stack.volume(volume), Labels.volume(stack, volume))));
    }

    private static Optional<Step> container(Stack stack, Node node, ContainerSpec wanted, Observed observed) {
        List<String> after = node.service().after().stream()
                .map(other -> stack.name() + "-" + other)
                .toList();
        Optional<ObservedContainer> found = observed.container(wanted.name());
        if (found.isEmpty()) {
            return Optional.of(new Step.CreateContainer(wanted, after));
        }
        if (observed.network(stack.network()).isEmpty()) {
            return Optional.of(new Step.ReplaceContainer(wanted, after, "its network is gone"));
        }
        Map<String, String> labels = found.get().labels();
        if (!wanted.labels().get(Labels.CONFIG_HASH).equals(labels.get(Labels.CONFIG_HASH))) {
            return Optional.of(new Step.ReplaceContainer(wanted, after, "its image or configuration changed"));
        }
        return switch (found.get().state()) {
            case RUNNING -> Optional.empty();
            case PAUSED -> Optional.of(new Step.UnpauseContainer(wanted.name()));
            case CREATED, EXITED -> Optional.of(new Step.StartContainer(wanted.name(), after));
        };
    }

    /** Of a container that stays. One that did not say what it runs with is told again, which does no harm. */
    private static Optional<Step> reload(Node node, Rendering rendering, Observed observed, Map<String, String> told) {
        String version = rendering.versions().get(node.container());
        if (version == null || version.equals(told.get(node.container()))) {
            return Optional.empty();
        }
        return observed.container(node.container())
                .map(found -> new Step.ReloadContainer(
                        found.name(),
                        node.service().reload().orElseThrow(),
                        version,
                        told.containsKey(found.name())
                                ? "its configuration changed"
                                : "it does not say what it runs with"));
    }
}
