package io.hcdc.haproxy;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Readiness;
import java.util.List;

/** Speaks with two balancers between which keepalived moves an address. */
final class PairDriver implements Driver {
    private final Servers servers;

    PairDriver(Servers servers) {
        this.servers = servers;
    }

    @Override
    public Look look() {
        List<BalancerView> views = servers.look();
        Readiness readiness = Trouble.ofPair(views)
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready(
                        owner(views) + " owns the address, the other stands by; " + Trouble.none(servers.layout())));
        return new Look(readiness, new States(servers.layout(), views).all());
    }

    private static String owner(List<BalancerView> views) {
        return views.stream()
                .filter(BalancerView::owns)
                .map(BalancerView::node)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        // Every question has a connection of its own.
    }
}
