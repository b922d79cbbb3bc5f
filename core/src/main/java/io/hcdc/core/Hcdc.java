package io.hcdc.core;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.DrillListener;
import io.hcdc.core.drill.DrillRunner;
import io.hcdc.core.drill.archive.DrillArchive;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.drill.file.DrillFile;
import io.hcdc.core.drill.file.DrillLoader;
import io.hcdc.core.drill.heal.FaultJournal;
import io.hcdc.core.drill.matrix.Matrix;
import io.hcdc.core.drill.matrix.MatrixRequest;
import io.hcdc.core.drill.matrix.Possible;
import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.ExecSpec;
import io.hcdc.core.engine.LogSpec;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.execute.PlanExecutor;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.FaultsImage;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Planner;
import io.hcdc.core.pool.NodeChange;
import io.hcdc.core.pool.PoolStatus;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.repair.Repair;
import io.hcdc.core.repair.Repairer;
import io.hcdc.core.run.LocalNetworks;
import io.hcdc.core.run.ReadinessWait;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.spec.StackSpec;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import io.hcdc.core.stack.Subnet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything hcdc can do; each method is one command's work and none prints. All throw the exceptions of {@link
 * io.hcdc.core.error}. A command that finds the fault of a killed drill heals it first.
 */
public final class Hcdc implements AutoCloseable {
    /** The stack a command without a name means. */
    public static final String DEFAULT_NAME = "hcdc";

    /** How long a stack may take between two cells of a matrix, first by itself, then after it was brought up again. */
    private static final Duration MATRIX_PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Engine> engines;
    private final Catalogue catalogue = new Catalogue();
    private final StackLoader loader;
    private final StackResolver resolver;
    private final Homes homes;
    private final Progress progress;
    private Engine engine;

    /**
     * @param engines makes the engine's client, when one is needed at all
     * @param root the folder below which every stack has its home
     */
    public Hcdc(Supplier<Engine> engines, Components components, Path root, Progress progress) {
        this.engines = engines;
        this.loader = new StackLoader(catalogue, components.types());
        this.resolver = new StackResolver(components);
        this.homes = new Homes(root, loader, resolver);
        this.progress = progress;
    }

    /** What to do about a stack that is down, as a hint. */
    public static String bringUp(String stack) {
        return "'hcdc init" + (stack.equals(DEFAULT_NAME) ? "" : " --name " + stack) + "' brings it up";
    }

    /** The stacks of the catalogue. */
    public List<StackSpec> stacks() {
        return catalogue.names().stream()
                .map(name -> loader.load(name, List.of()))
                .toList();
    }

    /** Brings a stack up, or up to date, and waits until it is ready. */
    public Init.Result init(StackRequest request) {
        heal(request.name());
        return new Init(engine(), loader, resolver, homes, progress).run(request);
    }

    /** What {@link #init} would do. */
    public Plan planInit(StackRequest request) {
        return new Init(engine(), loader, resolver, homes, progress).plan(request);
    }

    /** Writes what a stack would run with into its home, without an engine. @return the files, relative to the home */
    public RenderResult render(StackRequest request) {
        StackSpec spec = loader.load(request.source(), request.settings());
        String subnet = homes.subnetOf(request.name())
                .or(() -> Subnet.free(LocalNetworks.subnets()))
                .orElse("");
        Stack stack = resolver.resolve(request.name(), spec, subnet);
        Home home = homes.of(request.name());
        Rendering rendering = new Renderings().of(stack, home);
        try (Home.Lock lock = home.lock()) {
            rendering.writeTo(home);
        }
        return new RenderResult(home.folder(), List.copyOf(rendering.files().keySet()));
    }

    /** @param files paths relative to the home */
    public record RenderResult(Path home, List<String> files) {}

    public StackStatus status(String name) {
        Stack stack = homes.get(name);
        heal(name);
        return new Inspection(engine()).status(stack, homes.of(name));
    }

    /** Waits until a stack is ready, whoever starts its containers. @return component → what was verified */
    public Map<String, String> await(String name, Duration timeout) {
        Stack stack = homes.get(name);
        try (RunningStack running = new RunningStack(stack, homes.of(name));
                ReadinessWait wait = ReadinessWait.begin(engine(), running, progress)) {
            return wait.await(timeout, ReadinessWait.Absent.WAIT);
        }
    }

    public StackInfo info(String name) {
        return new Usage(homes.get(name), homes.of(name)).info();
    }

    /** Sends the log of a node line by line. */
    public void logs(String name, String node, LogSpec spec, Consumer<String> sink) {
        engine().logs(container(name, node), spec, sink);
    }

    /** Runs a command in a node. @return its exit code */
    public int exec(String name, String node, ExecSpec spec) {
        return engine().exec(container(name, node), spec);
    }

    /** What {@link #execute} has to do so that a stack ends. */
    public Plan planDown(String name, Planner.Removal removal) {
        Observed observed = Observed.of(engine(), Labels.ofStack(name));
        if (observed.isEmpty() && !homes.of(name).exists()) {
            throw new InvalidInputException(homes.unknown(name));
        }
        return new Planner().down(observed, removal);
    }

    /** What {@link #execute} has to do so that nothing of hcdc's, or of one stack's, is left. */
    public Plan planNuke(NukeScope scope) {
        if (scope.stack().isEmpty()) {
            Observed everything = Observed.of(engine(), Labels.ofAnyStack());
            return new Planner()
                    .nuke(
                            scope.images() == NukeScope.Images.REMOVE
                                    ? everything.withImages(engine().images(Labels.ofImages()))
                                    : everything,
                            homes.all());
        }
        String name = scope.stack().get();
        Observed observed = Observed.of(engine(), Labels.ofStack(name));
        Home home = homes.of(name);
        if (observed.isEmpty() && !home.exists()) {
            throw new InvalidInputException(homes.unknown(name));
        }
        return new Planner().nuke(observed, home.exists() ? List.of(home) : List.of());
    }

    /** @param stack only this one, whose images others may use and which are therefore spared; empty for everything */
    public record NukeScope(Optional<String> stack, Images images) {

        /** What becomes of the images. */
        public enum Images {
            REMOVE,
            KEEP
        }
    }

    /** Does what a plan of {@link #planDown} says, on a stack nobody else is at work on. */
    public void execute(String name, Plan plan) {
        Home home = homes.of(name);
        if (!home.exists()) {
            executeUnlocked(plan);
            return;
        }
        try (Home.Lock lock = home.lock()) {
            new FaultJournal(home).forget();
            executeUnlocked(plan);
        }
    }

    /** Does what a plan of {@link #planNuke} says, whoever is at work: it is how one gets rid of everything. */
    public void executeUnlocked(Plan plan) {
        new PlanExecutor(engine(), progress).execute(plan);
    }

    /** Breaks a stack on purpose and measures what an application would have felt. */
    public DrillReport drill(String name, DrillSpec spec, DrillListener listener) {
        return drilling(name, "drill " + spec.deed(), running -> {
            ensureHelpers(spec.steps().stream().map(DrillSpec.Step::fault));
            return new DrillRunner(running, engine(), homes.of(name), progress).run(spec, listener);
        });
    }

    /** A drill by its name in the catalogue, or by a file's path. */
    public DrillFile drillFile(String source) {
        return new DrillLoader(catalogue).load(source);
    }

    /** What can be done to a stack, whether it runs or not. */
    public List<Possible> possibleDrills(String name) {
        Stack stack = homes.get(name);
        try (RunningStack running = new RunningStack(stack, homes.of(name))) {
            return Possible.of(running);
        }
    }

    /** Drills every fault on every target. The cells' own progress is not told. */
    public Scorecard matrix(String name, MatrixRequest request, Matrix.Begin begin, Matrix.Listener listener) {
        Home home = homes.of(name);
        return drilling(name, "drill matrix", running -> {
            FaultsImage.ensure(engine(), progress);
            DrillRunner drills = new DrillRunner(running, engine(), home, Progress.SILENT);
            Runnable revive = () -> new Init(engine(), loader, resolver, homes, Progress.SILENT)
                    .runLocked(name, homes.spec(name, List.of()), MATRIX_PATIENCE);
            return new Matrix(running, home, cell -> drills.run(cell, DrillListener.SILENT), revive, MATRIX_PATIENCE)
                    .run(request, begin, listener);
        });
    }

    /** Works on a stack that is up, and on which nobody else is at work. */
    private <T> T drilling(String name, String what, Function<RunningStack, T> work) {
        Stack stack = homes.get(name);
        Home home = homes.of(name);
        heal(name);
        try (Home.Lock lock = home.lock(what);
                RunningStack running = new RunningStack(stack, home)) {
            if (engine().containers(Labels.ofStack(name)).isEmpty()) {
                throw new EnvironmentNotReadyException(
                        Problem.at("", "the stack '" + name + "' is down").hint(bringUp(name)));
            }
            return work.apply(running);
        }
    }

    /** The drills that are kept of a stack, whether it runs or not. */
    public DrillArchive drills(String name) {
        Home home = homes.of(name);
        if (!home.exists()) {
            throw new InvalidInputException(homes.unknown(name));
        }
        return new DrillArchive(name, home);
    }

    /** The application's nodes behind a stack's balancer, and what each balancer says of them. */
    public PoolStatus nodes(String name) {
        return applicationNodes().list(name);
    }

    /** Changes the application's nodes without cutting a client's connection. The same call finishes what was cut off. */
    public Init.Result changeNodes(String name, NodeChange change, Duration timeout) {
        homes.get(name);
        heal(name);
        try (Home.Lock lock = homes.of(name).lock()) {
            return applicationNodes()
                    .change(name, change, () -> new Init(engine(), loader, resolver, homes, progress), timeout);
        }
    }

    private ApplicationNodes applicationNodes() {
        return new ApplicationNodes(this::engine, homes, resolver);
    }

    /** How {@link #repair} gives a node its data anew by its peers; refused where the node's component cannot. */
    public Repair planRepair(String name, String node) {
        Stack stack = homes.get(name);
        try (RunningStack running = new RunningStack(stack, homes.of(name))) {
            return Repair.of(node(stack, node), running);
        }
    }

    /** Does what {@link #planRepair} says, on a stack nobody else is at work on. */
    public void repair(String name, Repair repair) {
        heal(name);
        try (Home.Lock lock = homes.of(name).lock()) {
            new Repairer(engine(), progress).run(repair);
        }
    }

    private String container(String name, String node) {
        return node(homes.get(name), node).container();
    }

    private static Node node(Stack stack, String node) {
        return stack.node(node)
                .orElseThrow(() -> new InvalidInputException(
                        Problem.at("", "unknown node '" + node + "'").hint(Nearest.hint(node, stack.nodeNames()))));
    }

    /** Takes back the fault of a drill that was killed; leaves alone the fault of one that runs. */
    private void heal(String name) {
        Home home = homes.of(name);
        FaultJournal journal = new FaultJournal(home);
        if (!home.exists() || !journal.isOpen()) {
            return;
        }
        home.tryLock().ifPresent(lock -> {
            try (lock) {
                ensureHelpers(journal.open().stream().map(Injection::what));
                for (Injection healed : journal.healLeftover(engine())) {
                    progress.begin("heal what an interrupted drill left behind")
                            .done(healed.place().container() + " after "
                                    + healed.what().text());
                }
                engine().containers(Labels.ofHelpers(name)).forEach(left -> engine().remove(left.name()));
            }
        });
    }

    /** What the helpers of these faults are made of. */
    private void ensureHelpers(Stream<FaultSpec> faults) {
        if (faults.anyMatch(FaultSpec::usesHelper)) {
            FaultsImage.ensure(engine(), progress);
        }
    }

    private Engine engine() {
        if (engine == null) {
            engine = engines.get();
        }
        return engine;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
