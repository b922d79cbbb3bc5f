package io.hcdc.core;

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
            Ahead<Map<String, NodeState>> asked = Ahead.begin("hcdc-states", running::states);
            Ahead<Map<String, Readiness>> probed = Ahead.begin("hcdc-readiness", running::readiness);
            Map<String, ObservedContainer> containers = engine.containers(Labels.ofStack(stack.name())).stream()
                    .collect(Collectors.toMap(ObservedContainer::name, Function.identity()));
            Map<String, NodeState> states = asked.get();
            List<StackStatus.NodeStatus> nodes = stack.nodes().stream()
                    .map(node -> nodeStatus(node, Optional.ofNullable(containers.get(node.container())), states))
                    .toList();
            return new StackStatus(stack.name(), nodes, readiness(nodes, probed.get()));
        }
    }

    /** A component of which nothing runs has no more to say than that: a refused connection would only hide it. */
    private static Map<String, Readiness> readiness(List<StackStatus.NodeStatus> nodes, Map<String, Readiness> probed) {
        Map<String, Readiness> readiness = new LinkedHashMap<>(probed);
        probed.keySet().stream()
                .filter(component -> nodes.stream()
                        .filter(node -> node.component().equals(component))
                        .noneMatch(StackStatus.NodeStatus::isUp))
                .forEach(component -> readiness.put(component, new Readiness.NotReady("none of its containers runs")));
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
