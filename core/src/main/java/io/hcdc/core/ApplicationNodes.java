package io.hcdc.core;

import io.hcdc.api.Balancing.Pool;
import io.hcdc.api.Pooled;
import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.json.Json;
import io.hcdc.core.pool.NodeChange;
import io.hcdc.core.pool.PoolStatus;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.Setting;
import io.hcdc.core.spec.StackSpec;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The application's nodes behind a stack's balancer. They are settings like any other: a change of them is the settings the
 * stack was brought up with, with other nodes, brought up by {@link Init}.
 */
final class ApplicationNodes {
    private final Supplier<Engine> engine;
    private final Homes homes;
    private final StackResolver resolver;

    ApplicationNodes(Supplier<Engine> engine, Homes homes, StackResolver resolver) {
        this.engine = engine;
        this.homes = homes;
        this.resolver = resolver;
    }

    /** A component with nodes behind it, and which those are. */
    private record Found(String type, Pool pool) {}

    PoolStatus list(String name) {
        Stack stack = homes.get(name);
        Found found = balancer(stack);
        requireUp(stack, found);
        List<Pooled.Member> members = members(stack, found);
        return new PoolStatus(
                name,
                found.pool().nodes().entrySet().stream()
                        .map(node -> new PoolStatus.PoolNode(
                                node.getKey(),
                                node.getValue(),
                                found.pool().drained().contains(node.getKey()),
                                seen(node.getKey(), members)))
                        .toList(),
                found.pool().withoutNodes());
    }

    private static List<PoolStatus.Seen> seen(String node, List<Pooled.Member> members) {
        return members.stream()
                .filter(member -> member.name().equals(node))
                .map(member ->
                        new PoolStatus.Seen(member.balancer(), member.state(), member.check(), member.sessions()))
                .toList();
    }

    /** By who has taken the stack, as what is read here is written again. Bad input is told before an engine is asked. */
    Init.Result change(String name, NodeChange change, Supplier<Init> init, Duration timeout) {
        Stack stack = homes.get(name);
        Found found = balancer(stack);
        StackSpec spec = homes.spec(name, settings(found.type(), after(change, stack, found)));
        resolver.resolve(name, spec, stack.subnet());
        requireUp(stack, found);
        return init.get().runLocked(name, spec, timeout);
    }

    /** A command that was cut off between writing and reloading has to converge when it is given again. */
    private Pool after(NodeChange change, Stack stack, Found found) {
        try {
            return change.apply(found.pool());
        } catch (InvalidInputException e) {
            List<String> known =
                    members(stack, found).stream().map(Pooled.Member::name).toList();
            if (change.isHalfDone(found.pool(), known)) {
                return found.pool();
            }
            throw e;
        }
    }

    /** JSON is YAML, and quotes what would not be text otherwise. */
    private static List<Setting> settings(String type, Pool pool) {
        Json json = new Json();
        return List.of(
                new Setting.Value(type + ".nodes", json.text(pool.nodes())),
                new Setting.Value(type + ".drained", json.text(pool.drained())));
    }

    private static Found balancer(Stack stack) {
        return stack.parts().stream()
                .flatMap(part -> part.pool().map(pool -> new Found(part.type(), pool)).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Problem.at(
                                "", "nothing in the stack '" + stack.name() + "' has an application's nodes behind it")
                        .hint("none of its components is a balancer: " + String.join(", ", types(stack)))));
    }

    private static List<String> types(Stack stack) {
        return stack.parts().stream().map(Part::type).toList();
    }

    private List<Pooled.Member> members(Stack stack, Found found) {
        Home home = homes.of(stack.name());
        try (RunningStack running = new RunningStack(stack, home)) {
            return running.drivers().get(found.type()) instanceof Pooled servers ? servers.members() : List.of();
        }
    }

    private void requireUp(Stack stack, Found found) {
        boolean up = engine
                .get()
                .containers(Map.of(
                        Labels.STACK, stack.name(),
                        Labels.COMPONENT, found.type()))
                .stream()
                .anyMatch(ObservedContainer::isRunning);
        if (!up) {
            throw new EnvironmentNotReadyException(
                    Problem.at("", "the stack '" + stack.name() + "' is down").hint(Hcdc.bringUp(stack.name())));
        }
    }
}
