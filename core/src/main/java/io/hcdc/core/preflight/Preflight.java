package io.hcdc.core.preflight;

import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.core.engine.EngineFacts;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.home.Home;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Checks the machine for a stack. */
public final class Preflight {
    /** The oldest Engine API whose behaviour is known to fit (Docker 20.10). */
    private static final String OLDEST_API = "1.41";

    /** A container that is running or frozen holds its ports by right. */
    private static final Set<State> STOPPED = EnumSet.of(State.CREATED, State.EXITED);

    /**
     * What the kernel asks of a process outside of its container's namespaces, too: a server of files opens them by handle
     * (open_by_handle_at(2)).
     */
    private static final Set<String> OVER_THE_MACHINE = Set.of("DAC_READ_SEARCH");

    private static final long MIB = 1L << 20;

    /** Four images on one base take about 900 MiB while they are built. */
    private static final long ROOM_TO_BUILD = 2048 * MIB;

    private static final long ROOM_TO_RUN = 256 * MIB;
    private static final long ROOM_FOR_HOME = 8 * MIB;

    private final EngineFacts facts;
    private final PortHolders holders;

    public Preflight(EngineFacts facts, PortHolders holders) {
        this.facts = facts;
        this.holders = holders;
    }

    /**
     * @throws EnvironmentNotReadyException with everything that is missing; caused by a {@link TakenMeanwhileException}
     *     where the holders of the ports may be the stack's own containers, which the engine is just starting
     */
    public void check(Stack stack, Home home, Observed observed) {
        Map<String, State> states = new HashMap<>();
        observed.containers().forEach(found -> states.put(found.name(), found.state()));
        List<Problem> problems = new ArrayList<>();
        checkEngine(problems);
        checkCapabilities(stack, problems);
        checkPorts(stack, node -> !states.containsKey(node.container()), problems);
        checkDisk(stack, home, observed, problems);
        boolean mayPass = problems.isEmpty();
        checkPorts(stack, node -> STOPPED.contains(states.get(node.container())), problems);
        if (!problems.isEmpty()) {
            throw new EnvironmentNotReadyException(
                    problems, mayPass ? new TakenMeanwhileException("the engine may be starting them", null) : null);
        }
    }

    private void checkEngine(List<Problem> problems) {
        if (older(facts.apiVersion(), OLDEST_API)) {
            problems.add(Problem.at(facts.address(), "the engine is too old: " + facts.version())
                    .hint("Docker 20.10 or newer is needed"));
        }
    }

    private void checkCapabilities(Stack stack, List<Problem> problems) {
        if (facts.rootUser() == EngineFacts.RootUser.OF_THE_MACHINE) {
            return;
        }
        for (Node node : stack.nodes()) {
            node.service().capabilities().stream()
                    .filter(OVER_THE_MACHINE::contains)
                    .forEach(capability -> problems.add(Problem.at(
                                    node.name(),
                                    "needs the capability " + capability
                                            + ", which this engine cannot grant: it is rootless, or maps its users")
                            .hint("use an engine that runs as root without userns-remap, or a stack without "
                                    + node.component())));
        }
    }

    private void checkPorts(Stack stack, Predicate<Node> which, List<Problem> problems) {
        for (Node node : stack.nodes().stream().filter(which).toList()) {
            for (Port port : node.service().ports()) {
                holders.holder(stack.bind(), port.host())
                        .ifPresent(holder ->
                                problems.add(Problem.at(node.name(), "port " + port.host() + " is taken by " + holder)
                                        .hint("stop it, or move the whole stack with --port-offset 10000")));
            }
        }
    }

    private void checkDisk(Stack stack, Home home, Observed observed, List<Problem> problems) {
        Set<String> present = new HashSet<>();
        observed.images().forEach(image -> present.addAll(image.references()));
        boolean build = stack.images().values().stream().anyMatch(image -> !present.contains(ImageTag.of(image)));
        facts.dataRoot().ifPresent(root -> checkRoom(root, build ? ROOM_TO_BUILD : ROOM_TO_RUN, problems));
        checkRoom(home.folder(), ROOM_FOR_HOME, problems);
    }

    private static void checkRoom(Path folder, long needed, List<Problem> problems) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            FileStore store = Files.getFileStore(existing);
            if (store.getUsableSpace() < needed) {
                problems.add(Problem.at(
                                folder.toString(),
                                "only " + store.getUsableSpace() / MIB + " MiB free, " + needed / MIB + " MiB needed")
                        .hint("free some disk space there"));
            }
        } catch (IOException e) {
            // A file system that does not tell its free space is no reason not to try.
        }
    }

    private static boolean older(String version, String than) {
        String[] have = version.split("\\.");
        String[] need = than.split("\\.");
        int major = Integer.compare(Integer.parseInt(have[0]), Integer.parseInt(need[0]));
        return major != 0 ? major < 0 : Integer.parseInt(have[1]) < Integer.parseInt(need[1]);
    }

    /** Tells who holds a port. */
    @FunctionalInterface
    public interface PortHolders {

        /** Who listens on a TCP port of this machine, as people know them; empty when nobody does. */
        Optional<String> holder(String bindAddress, int port);
    }
}
