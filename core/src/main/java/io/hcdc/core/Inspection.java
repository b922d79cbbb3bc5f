package io.hcdc.core;

import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.execute.Ahead;
import io.hcdc.core.home.Home;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at a stack without changing it. */
final class Inspection {
    private final Engine engine;

    Inspection(Engine engine) {
        this.engine = engine;
    }

    /** What the engine and the servers themselves say, asked at the same time. */
    StackStatus status(Stack stack, Home home) {
        try (RunningStack running = new RunningStack(stack, home)) {
            Ahead<Map<String, Look>> looked = Ahead.begin("hcdc-look-at-all", running::look);
            Map<String, ObservedContainer> containers = engine.containers(Labels.ofStack(stack.name())).stream()
                    .collect(Collectors.toMap(ObservedContainer::name, Function.identity()));
            Map<String, Look> looks = looked.get();
            Map<String, NodeState> states = looks.values().stream()
                    .flatMap(look -> look.states().stream())
                    .collect(Collectors.toMap(NodeState::node, Function.identity()));
            List<StackStatus.NodeStatus> nodes = stack.nodes().stream()
                    .map(node -> nodeStatus(node, Optional.ofNullable(containers.get(node.container())), states))
                    .toList();
            return new StackStatus(stack.name(), nodes, readiness(nodes, looks));
        }
    }

    /** A component of which nothing runs has no more to say than that: a refused connection would only hide it. */
    private static Map<String, Readiness> readiness(List<StackStatus.NodeStatus> nodes, Map<String, Look> looks) {
        Map<String, Readiness> readiness = new LinkedHashMap<>();
        looks.forEach((component, look) -> {
            boolean runs = nodes.stream()
                    .filter(node -> node.component().equals(component))
                    .anyMatch(StackStatus.NodeStatus::isUp);
            readiness.put(component, runs ? look.readiness() : new Readiness.NotReady("none of its containers runs"));
        });
        return readiness;
    }

    private static StackStatus.NodeStatus nodeStatus(
            Node node, Optional<ObservedContainer> container, Map<String, NodeState> states) {
        Optional<NodeState> state =
                container.filter(ObservedContainer::isRunning).map(running -> states.get(node.name()));
        return new StackStatus.NodeStatus(
                node.name(),
                node.component(),
                container
                        .map(found -> found.state().name().toLowerCase(Locale.ROOT))
                        .orElse("missing"),
                state.map(NodeState::role).orElse(""),
                state.map(NodeState::detail)
                        .orElse(container.map(ObservedContainer::status).orElse("")),
                node.service().ports().stream()
                        .map(port -> String.valueOf(port.host()))
                        .collect(Collectors.joining(", ")));
    }
}
