package io.hcdc.core.execute;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.BaseImage;
import io.hcdc.core.image.ImageBuilder;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Step;
import io.hcdc.core.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Does what a plan says. What it did not get to, the next plan will contain. */
public final class PlanExecutor {
    /**
     * A start is mostly the engine's own work, and serialised in it: on two cores ten at once took longer than four at a
     * time.
     */
    private static final int STARTS_AT_ONCE = 4;

    /**
     * Stopping is mostly waiting for the servers. All at once, and only then removed, 17 containers took the engine 2.6 s on two
     * cores; eight at a time, each stopped and removed, up to 6.
     */
    private static final int STOPS_AT_ONCE = 32;

    /** More at once leave endpoints on the network behind, which then cannot go (Docker 20.10). */
    private static final int REMOVALS_AT_ONCE = 8;

    private final Engine engine;
    private final Progress progress;

    public PlanExecutor(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** All of it. @throws OperationFailedException naming the first step that failed; what did not depend on it was done */
    public void execute(Plan plan) {
        prepare(plan);
        runContainers(plan);
    }

    /** What containers need, and what must be gone before: images, removals, network, volumes. */
    public void prepare(Plan plan) {
        try (Parallel parallel = new Parallel("hcdc-engine", REMOVALS_AT_ONCE)) {
            buildImages(plan, parallel);
            removeContainers(plan, parallel);
            removeTheRest(plan, parallel);
            createGround(plan, parallel);
        }
    }

    /** The containers themselves. */
    public void runContainers(Plan plan) {
        try (Parallel parallel = new Parallel("hcdc-start", STARTS_AT_ONCE)) {
            containers(plan, parallel);
        }
    }

    private void buildImages(Plan plan, Parallel parallel) {
        List<Step.BuildImage> missing = plan.steps(Step.BuildImage.class);
        if (missing.isEmpty()) {
            return;
        }
        String base = new BaseImage(engine).ensure(progress);
        ImageBuilder builder = new ImageBuilder(engine);
        parallel.run(missing.stream()
                .<Runnable>map(step -> () -> builder.build(step.image(), base, progress))
                .toList());
    }

    /** What could not be stopped stays; everything else goes all the same. */
    private void removeContainers(Plan plan, Parallel parallel) {
        List<Step.RemoveContainer> leaving = plan.steps(Step.RemoveContainer.class);
        Set<String> stopped = ConcurrentHashMap.newKeySet();
        try (Parallel stops = new Parallel("hcdc-stop", STOPS_AT_ONCE)) {
            stops.run(leaving.stream()
                    .map(step -> task("stop " + step.name(), () -> {
                        engine.stop(step.name(), step.graceSeconds());
                        stopped.add(step.name());
                    }))
                    .toList());
        } finally {
            parallel.run(leaving.stream()
                    .filter(step -> stopped.contains(step.name()))
                    .map(step -> quiet("remove " + step.name(), () -> engine.remove(step.name())))
                    .toList());
        }
    }

    private void removeTheRest(Plan plan, Parallel parallel) {
        List<Runnable> tasks = new ArrayList<>();
        plan.steps(Step.RemoveNetwork.class)
                .forEach(step ->
                        tasks.add(task("remove network " + step.name(), () -> engine.removeNetwork(step.name()))));
        plan.steps(Step.RemoveVolume.class)
                .forEach(step ->
                        tasks.add(task("remove volume " + step.name(), () -> engine.removeVolume(step.name()))));
        plan.steps(Step.RemoveHome.class)
                .forEach(step -> tasks.add(task("remove " + step.folder(), () -> new Home(step.folder()).delete())));
        parallel.run(tasks);
        // One by one, and last: images share layers, and an image in use cannot go.
        for (Step.RemoveImage step : plan.steps(Step.RemoveImage.class)) {
            task("remove image " + step.name(), () -> engine.removeImage(step.id()))
                    .run();
        }
    }

    private void createGround(Plan plan, Parallel parallel) {
        List<Runnable> tasks = new ArrayList<>();
        plan.steps(Step.CreateNetwork.class)
                .forEach(step -> tasks.add(
                        task("network " + step.network().name(), () -> engine.createNetwork(step.network()))));
        plan.steps(Step.CreateVolume.class)
                .forEach(step -> tasks.add(
                        quiet("volume " + step.name(), () -> engine.createVolume(step.name(), step.labels()))));
        parallel.run(tasks);
    }

    private void containers(Plan plan, Parallel parallel) {
        Map<String, ContainerTask> tasks = new LinkedHashMap<>();
        plan.steps().forEach(step -> containerTask(step).ifPresent(task -> tasks.put(task.container(), task)));
        Map<String, CompletableFuture<Void>> begun = new LinkedHashMap<>();
        tasks.values().forEach(task -> begin(task, tasks, begun, parallel));
        Parallel.join(List.copyOf(begun.values()));
    }

    /** Begins what the task waits for first, wherever the plan lists it. */
    private static CompletableFuture<Void> begin(
            ContainerTask task,
            Map<String, ContainerTask> tasks,
            Map<String, CompletableFuture<Void>> begun,
            Parallel parallel) {
        if (!begun.containsKey(task.container())) {
            List<CompletableFuture<Void>> after = task.after().stream()
                    .filter(tasks::containsKey)
                    .map(other -> begin(tasks.get(other), tasks, begun, parallel))
                    .toList();
            begun.put(task.container(), parallel.submit(task.work(), after));
        }
        return begun.get(task.container());
    }

    private record ContainerTask(String container, List<String> after, Runnable work) {}

    private Optional<ContainerTask> containerTask(Step step) {
        if (step instanceof Step.CreateContainer create) {
            ContainerSpec spec = create.container();
            return Optional.of(new ContainerTask(
                    spec.name(), create.after(), task("start " + spec.name(), () -> createAndStart(spec))));
        } else if (step instanceof Step.ReplaceContainer replace) {
            ContainerSpec spec = replace.container();
            return Optional.of(new ContainerTask(spec.name(), replace.after(), task("replace " + spec.name(), () -> {
                engine.stop(spec.name(), spec.stopGraceSeconds());
                engine.remove(spec.name());
                createAndStart(spec);
            })));
        } else if (step instanceof Step.StartContainer start) {
            return Optional.of(new ContainerTask(
                    start.name(), start.after(), task("start " + start.name(), () -> engine.start(start.name()))));
        } else if (step instanceof Step.UnpauseContainer unpause) {
            return Optional.of(new ContainerTask(
                    unpause.name(),
                    List.of(),
                    task("unpause " + unpause.name(), () -> engine.unpause(unpause.name()))));
        }
        return Optional.empty();
    }

    private void createAndStart(ContainerSpec spec) {
        engine.start(engine.create(spec));
    }

    /** Work that shows as a task of its own. */
    private Runnable task(String name, Runnable work) {
        return () -> {
            Progress.Task task = progress.begin(name);
            try {
                quiet(name, work).run();
                task.done("");
            } catch (RuntimeException e) {
                task.failed(e.getMessage());
                throw e;
            }
        };
    }

    private static Runnable quiet(String name, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (EngineException e) {
                throw new OperationFailedException(
                        Problem.at(name, e.getMessage()).hint("the same command continues where this one ended"),
                        List.of(),
                        e);
            }
        };
    }
}
