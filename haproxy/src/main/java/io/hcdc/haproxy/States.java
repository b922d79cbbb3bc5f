package io.hcdc.haproxy;

import io.hcdc.api.NodeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the nodes are, in the words of {@code hcdc status}. */
record States(HaproxyConfig config, Layout layout, List<BalancerView> views) {
    List<NodeState> all() {
        List<NodeState> states = new ArrayList<>();
        views.forEach(view -> states.add(balancer(view)));
        layout.demos().forEach(demo -> states.add(demo(demo)));
        return states;
    }

    private NodeState balancer(BalancerView view) {
        return view.stats()
                .map(stats ->
                        new NodeState(view.node(), view.state().isEmpty() ? "balancer" : view.state(), servers(stats)))
                .orElseGet(
                        () -> NodeState.unreachable(view.node(), view.trouble().orElse("")));
    }

    private String servers(StatsCsv stats) {
        List<StatsCsv.Row> application = stats.servers(StatsCsv.APPLICATION);
        StringBuilder summary = new StringBuilder(application.isEmpty() ? "no application nodes" : words(application));
        for (String endpoint : layout.fronts().values()) {
            summary.append("; ").append(endpoint).append(": ").append(words(stats.servers(endpoint)));
        }
        return summary.toString();
    }

    private static String words(List<StatsCsv.Row> servers) {
        return servers.stream()
                .map(server -> server.name() + " " + server.word())
                .collect(Collectors.joining(", "));
    }

    /** A demo is as the first balancer that answers sees it; where they disagree, each one's lines say so. */
    private NodeState demo(String name) {
        Optional<StatsCsv> stats =
                views.stream().flatMap(view -> view.stats().stream()).findFirst();
        if (stats.isEmpty()) {
            return NodeState.unreachable(name, "no balancer answers for it");
        }
        return stats.get().servers(StatsCsv.APPLICATION).stream()
                .filter(server -> server.name().equals(name))
                .map(server -> server.up()
                        ? new NodeState(name, "demo", server.check())
                        : NodeState.unreachable(name, server.check()))
                .findFirst()
                .orElseGet(() -> config.demoAnswers()
                        ? NodeState.unreachable(name, "the balancer does not know it")
                        : new NodeState(name, "demo", "steps back for the application's nodes"));
    }
}
