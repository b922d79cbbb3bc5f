package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.stack.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Where a fault goes.
 *
 * @param role the role whose users are watched
 * @param node the node that is broken
 * @param place its container, and where that belongs on the network
 * @param servers the servers that take over from each other
 * @param path how the application reaches the role
 */
record DrillTarget(String role, String node, NetworkPlace place, Drillable servers, String path) {
    private static final Duration POLL = Duration.ofMillis(10);

    /**
     * Finds the target by its name: a role means whoever holds it now.
     *
     * @throws InvalidInputException when the stack has no such role or node, the node belongs to nothing that fails over, or
     *     there is no such path to the role
     * @throws EnvironmentNotReadyException when nobody holds the role
     */
    static DrillTarget find(DrillSpec spec, RunningStack running) {
        String name = spec.target();
        List<String> known = new ArrayList<>();
        for (Drillable servers : running.drillables()) {
            for (String role : servers.roles()) {
                known.add(role);
                if (role.equals(name)) {
                    String path = path(servers, role, spec);
                    return of(role, holder(servers, role), running, servers, path);
                }
            }
        }
        Node node = running.stack().node(name).orElseThrow(() -> unknown(name, known, running));
        if (running.drivers().get(node.component()) instanceof Drillable servers
                && !servers.roles().isEmpty()) {
            String role = servers.roles().get(0);
            return of(role, name, running, servers, path(servers, role, spec));
        }
        throw new InvalidInputException(Problem.at(
                        "target", name + " is a single " + node.component() + " node: nothing can take over from it")
                .hint(known.isEmpty() ? "this stack has no role to drill" : "drill " + String.join(", ", known)));
    }

    /**
     * Asks until the role has all its redundancy, for a bounded time.
     *
     * @param meanwhile hears what is still missing
     * @return what is missing in the end; empty when nothing is
     */
    Optional<String> awaitRedundancy(Duration limit, Consumer<String> meanwhile) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<String> missing = servers.missingRedundancy(role);
            if (missing.isEmpty() || System.nanoTime() > deadline) {
                return missing;
            }
            meanwhile.accept(missing.get());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static String path(Drillable servers, String role, DrillSpec spec) {
        List<String> paths = servers.paths(role);
        String path = spec.via().orElse(paths.get(0));
        if (!paths.contains(path)) {
            throw new InvalidInputException(Problem.at("via", "no path '" + path + "' leads to " + role + " here")
                    .hint(Nearest.hint(path, paths)));
        }
        return path;
    }

    private static DrillTarget of(String role, String node, RunningStack running, Drillable servers, String path) {
        NetworkPlace place = running.stack()
                .node(node)
                .map(running.stack()::place)
                .orElseThrow(() -> new IllegalStateException("role " + role + " is held by the unknown node " + node));
        return new DrillTarget(role, node, place, servers, path);
    }

    static String holder(Drillable servers, String role) {
        return servers.holder(role)
                .orElseThrow(() -> new EnvironmentNotReadyException(
                        Problem.at(role, "nobody holds this role now").hint("'hcdc status' shows the nodes")));
    }

    private static InvalidInputException unknown(String name, List<String> roles, RunningStack running) {
        List<String> known = new ArrayList<>(roles);
        known.addAll(running.stack().nodeNames());
        return new InvalidInputException(
                Problem.at("target", "unknown target '" + name + "'").hint(Nearest.hint(name, known)));
    }
}
