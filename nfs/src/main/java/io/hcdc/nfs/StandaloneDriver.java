package io.hcdc.nfs;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Readiness;
import java.util.List;

/** Speaks with one server that is alone. */
final class StandaloneDriver implements Driver {
    private final NfsConfig config;
    private final Servers servers;

    StandaloneDriver(NfsConfig config, Servers servers) {
        this.config = config;
        this.servers = servers;
    }

    @Override
    public Look look() {
        NfsNode node = servers.layout().nodes().get(0);
        NodeLook look = NodeLook.take(node.name(), servers.address(node));
        Readiness readiness = look.serves() && look.trouble().isEmpty()
                ? new Readiness.Ready("NFSv4 root answers and takes changes")
                : new Readiness.NotReady(look.trouble());
        return new Look(readiness, List.of(look.state("server", "grace " + config.gracePeriod() + " s")));
    }

    @Override
    public void close() {
        // Every look has a connection of its own: one that was kept would not notice a restart.
    }
}
