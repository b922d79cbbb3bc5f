package io.hcdc.haproxy;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Readiness;
import java.util.List;

/** Asks like a browser, over TLS that has to be the stack's own, and reads the stats page. */
record StandaloneDriver(Servers servers) implements Driver {

    @Override
    public Look look() {
        List<BalancerView> views = servers.look();
        Readiness readiness = Trouble.of(views)
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready(Trouble.none(servers.layout())));
        return new Look(readiness, new States(servers.layout(), views).all());
    }

    @Override
    public void close() {
        // Every question has a connection of its own.
    }
}
