package io.hcdc.haproxy;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Pooled;
import io.hcdc.api.Readiness;
import io.hcdc.api.Reloadable;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Onlooker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks like a browser, over TLS that has to be the stack's own, and reads the stats page. */
record HaproxyDriver(Servers servers) implements Driver, Reloadable, Pooled, Onlooker {
    private static final String VERSION = "X-Configuration";

    @Override
    public Look look() {
        List<BalancerView> views = servers.look();
        Trouble trouble = new Trouble(servers.layout(), views);
        Readiness readiness = trouble.first()
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready(trouble.none()));
        return new Look(readiness, new States(servers.config(), servers.layout(), views).all());
    }

    @Override
    public Optional<String> version(String node) {
        return servers.layout().balancer(node).flatMap(balancer -> {
            try {
                return servers.stats(balancer).header(VERSION);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Balancer balancer : servers.layout().balancers()) {
            try {
                StatsCsv.parse(servers.stats(balancer).body())
                        .servers(StatsCsv.APPLICATION)
                        .forEach(row -> members.add(
                                new Member(row.name(), balancer.node(), row.status(), row.check(), row.sessions())));
            } catch (IOException e) {
                // It has nothing to say; that it is down is what the engine and a look tell.
            }
        }
        return members;
    }

    @Override
    public Drillable.Subscription watch(Consumer<Evidence> sink) {
        return ServerWatch.begin(servers, sink);
    }

    @Override
    public void close() {
        // Every question has a connection of its own, as a new client would.
    }
}
