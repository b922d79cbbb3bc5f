package io.hcdc.redis;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import java.util.List;

/** Speaks with a single Redis. Nobody takes over from it, so there is nothing to drill. */
final class StandaloneDriver implements Driver {
    private final Nodes nodes;

    StandaloneDriver(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Look look() {
        String node = nodes.layout().initialMaster().name();
        return Survey.take(nodes)
                .data()
                .get(node)
                .map(view -> look(node, view))
                .orElseGet(() -> new Look(
                        new Readiness.NotReady(node + " does not answer"),
                        List.of(NodeState.unreachable(node, "no answer"))));
    }

    private static Look look(String node, DataView view) {
        return new Look(
                view.loading()
                        ? new Readiness.NotReady(node + " is loading its data")
                        : new Readiness.Ready(node + " answers"),
                List.of(new NodeState(node, view.role(), view.describe(0))));
    }

    @Override
    public void close() {
        // Every look has a connection of its own.
    }
}
