package io.hcdc.core.fake;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import java.util.List;

/** A driver of servers that are always well. */
public class FakeDriver implements Driver {
    @Override
    public Look look() {
        return new Look(new Readiness.Ready("well"), List.of(new NodeState("a1", "leader", "")));
    }

    @Override
    public void close() {}
}
