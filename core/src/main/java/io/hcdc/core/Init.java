package io.hcdc.core;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineFacts;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.execute.Ahead;
import io.hcdc.core.execute.PlanExecutor;
import io.hcdc.core.home.Home;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Planner;
import io.hcdc.core.preflight.LocalPorts;
import io.hcdc.core.preflight.Preflight;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.run.LocalNetworks;
import io.hcdc.core.run.ReadinessWait;
import io.hcdc.core.run.Reloader;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.spec.StackSpec;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import io.hcdc.core.stack.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a stack up: the main job. Every step finds what an earlier, interrupted run left and goes on from there. */
public final class Init {
    /** A reload took 0.1 to 0.6 s on two busy cores; a server that has not taken its file by then will not. */
    private static final Duration RELOAD_LIMIT = Duration.ofSeconds(15);

    /** Doubled with each look, it gives the engine six seconds for what a killed run had asked for. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final Engine engine;
    private final StackLoader loader;
    private final StackResolver resolver;
    private final Homes homes;
    private final Renderings renderings = new Renderings();
    private final Progress progress;

    Init(Engine engine, StackLoader loader, StackResolver resolver, Homes homes, Progress progress) {
        this.engine = engine;
        this.loader = loader;
        this.resolver = resolver;
        this.homes = homes;
        this.progress = progress;
    }

    /**
     * What a stack was brought up with.
     *
     * @param ready component → what was verified
     */
    public record Result(Stack stack, Plan plan, Map<String, String> ready) {}

    /** Everything that is decided before anything is touched. */
    private record Decision(Stack stack, Home home, Rendering rendering, Plan plan) {}

    Result run(StackRequest request) {
        Draft draft = draft(request.name(), spec(request));
        // A subnet that was asked for is the one or none.
        return draft.spec().subnet().isPresent()
                ? locked(draft, request.timeout())
                : new Race(progress, FIRST_PAUSE).run(() -> locked(draft, request.timeout()));
    }

    private Result locked(Draft draft, Duration timeout) {
        try (Home.Lock lock = homes.of(draft.stack().name()).lock()) {
            return bringUp(draft, timeout);
        }
    }

    /** The same for a spec in hand, by who has taken the stack. */
    Result runLocked(String name, StackSpec spec, Duration timeout) {
        return bringUp(draft(name, spec), timeout);
    }

    private Result bringUp(Draft draft, Duration timeout) {
        Decision decided = decide(draft);
        decided.rendering().writeTo(decided.home());
        PlanExecutor executor = new PlanExecutor(engine, progress);
        executor.prepare(decided.plan());
        try (RunningStack running = new RunningStack(decided.stack(), decided.home());
                ReadinessWait wait = ReadinessWait.begin(engine, running, progress)) {
            executor.runContainers(decided.plan());
            new Reloader(engine, running, progress, RELOAD_LIMIT).run(decided.plan());
            Map<String, String> ready = wait.await(timeout, ReadinessWait.Absent.FAIL);
            return new Result(decided.stack(), decided.plan(), ready);
        }
    }

    /** What {@link #run} would do. Touches nothing. */
    Plan plan(StackRequest request) {
        return decide(draft(request.name(), spec(request))).plan();
    }

    /** A stack in the subnet it will most likely get. */
    private record Draft(StackSpec spec, Stack stack) {}

    private StackSpec spec(StackRequest request) {
        return loader.load(request.source(), request.settings());
    }

    /** Bad input is told first: it needs no engine, and leaves no home behind. */
    private Draft draft(String name, StackSpec spec) {
        String likely = homes.subnetOf(name)
                .or(() -> Subnet.free(LocalNetworks.subnets()))
                .or(() -> Subnet.free(List.of()))
                .orElseThrow();
        return new Draft(spec, resolver.resolve(name, spec, likely));
    }

    /** Renders the draft while the engine answers, which takes about as long, and anew where the subnet must be another. */
    private Decision decide(Draft draft) {
        String name = draft.stack().name();
        Ahead<Observed> asked = Ahead.begin("hcdc-observe", () -> Observed.of(engine, Labels.ofStack(name)));
        Ahead<Machine> machine = Ahead.begin("hcdc-look", this::look);
        Home home = homes.of(name);
        Rendering rendering = renderings.of(draft.stack(), home);
        Observed observed = asked.get();
        Stack stack = draft.stack();
        String subnet = subnet(draft, observed, machine.get().subnets());
        if (!subnet.equals(stack.subnet())) {
            stack = resolver.resolve(name, draft.spec(), subnet);
            rendering = renderings.of(stack, home);
        }
        // One look at the containers for both: one that a killed run asked for may come between two.
        Observed whole = observed.withImages(machine.get().images()).withContainers(ofStack(name, machine.get()));
        new Preflight(machine.get().facts(), new LocalPorts(machine.get().containers())).check(stack, home, whole);
        return new Decision(
                stack, home, rendering, new Planner().up(stack, rendering, whole, told(stack, home, rendering, whole)));
    }

    /** What servers say they run with: asked only where a container stays and has files it can read again. */
    private static Map<String, String> told(Stack stack, Home home, Rendering rendering, Observed observed) {
        Map<String, Ahead<Optional<String>>> asked = new LinkedHashMap<>();
        Map<String, String> told = new LinkedHashMap<>();
        try (RunningStack running = new RunningStack(stack, home)) {
            for (Node node : stack.nodes()) {
                boolean runs = observed.container(node.container())
                        .filter(ObservedContainer::isRunning)
                        .isPresent();
                if (runs && rendering.versions().containsKey(node.container())) {
                    asked.put(node.container(), Ahead.begin("hcdc-version", () -> running.version(node)));
                }
            }
            asked.forEach((container, answer) -> answer.get().ifPresent(version -> told.put(container, version)));
        }
        return told;
    }

    /** What must be known of the machine whatever the stack. */
    private record Machine(
            EngineFacts facts, List<ObservedContainer> containers, List<ObservedImage> images, List<String> subnets) {}

    private static List<ObservedContainer> ofStack(String name, Machine machine) {
        Map<String, String> labels = Labels.ofStack(name);
        return machine.containers().stream()
                .filter(container -> container.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    private Machine look() {
        return new Machine(
                engine.facts(), engine.containers(Map.of()), engine.images(Labels.ofImages()), engine.subnets());
    }

    /** The subnet the stack has, else the one that was asked for, else the one it had, else a free one. */
    private String subnet(Draft draft, Observed observed, List<String> ofTheEngine) {
        String name = draft.stack().name();
        Optional<String> wanted = draft.spec().subnet();
        Optional<String> current = observed.network(name).map(ObservedNetwork::subnet);
        if (current.isPresent()) {
            wanted.filter(other -> !other.equals(current.get())).ifPresent(other -> {
                throw new InvalidInputException(Problem.at("subnet", "the running stack's network is " + current.get())
                        .hint("'hcdc down' first: a network cannot change while it is in use"));
            });
            return current.get();
        }
        List<String> taken = new ArrayList<>(ofTheEngine);
        taken.addAll(LocalNetworks.subnets());
        return wanted.or(() -> homes.subnetOf(name).filter(last -> isFree(last, taken)))
                .or(() -> Subnet.free(taken))
                .orElseThrow(() -> new InvalidInputException(Problem.at("subnet", "no free subnet was found")
                        .hint("name one with --set subnet=10.1.2.0/24")));
    }

    private static boolean isFree(String subnet, List<String> taken) {
        return taken.stream()
                .map(Subnet::parse)
                .flatMap(Optional::stream)
                .noneMatch(Subnet.parse(subnet).orElseThrow()::overlaps);
    }
}
