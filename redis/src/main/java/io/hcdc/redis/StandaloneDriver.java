package io.hcdc.redis;

import io.hcdc.api.Driver;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import java.util.List;
import java.util.Optional;

/** Speaks with a single Redis. Nobody takes over from it, so there is nothing to drill. */
final class StandaloneDriver implements Driver {
    private final Nodes nodes;

    StandaloneDriver(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Readiness probe() {
        RedisNode node = nodes.layout().initialMaster();
        Optional<DataView> view = look();
        if (view.isEmpty()) {
            return new Readiness.NotReady(node.name() + " does not answer");
        }
        return view.get().loading()
                ? new Readiness.NotReady(node.name() + " is loading its data")
                : new Readiness.Ready(node.name() + " answers");
    }

    @Override
    public List<NodeState> states() {
        String name = nodes.layout().initialMaster().name();
        return List.of(look().map(view -> new NodeState(name, view.role(), view.describe(0)))
                .orElseGet(() -> NodeState.unreachable(name, "no answer")));
    }

    private Optional<DataView> look() {
        Survey survey = Survey.take(nodes);
        return survey.data().get(nodes.layout().initialMaster().name());
    }

    @Override
    public void close() {
        // Every look has a connection of its own.
    }
}
