package io.hcdc.haproxy;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Pooled;
import io.hcdc.api.Reloadable;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Onlooker;
import io.hcdc.api.drill.Remedies;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two HAProxys between which keepalived moves an address. */
record PairDriver(Servers servers, HaproxyDriver each) implements Driver, Drillable, Reloadable, Pooled, Onlooker {
    private static final Duration LIMIT = Duration.ofMillis(500);

    @Override
    public Look look() {
        return each.look();
    }

    @Override
    public Optional<String> version(String node) {
        return each.version(node);
    }

    @Override
    public List<Member> members() {
        return each.members();
    }

    @Override
    public List<String> roles() {
        return List.of(Layout.ADDRESS);
    }

    @Override
    public List<String> paths(String role) {
        return servers.paths().names();
    }

    @Override
    public Optional<String> holder(String role) {
        List<String> owners = claimants(role);
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    @Override
    public List<String> claimants(String role) {
        return owners().stream().map(Balancer::node).toList();
    }

    private List<Balancer> owners() {
        return servers.layout().balancers().parallelStream().filter(this::owns).toList();
    }

    private boolean owns(Balancer balancer) {
        try {
            return servers.owner(balancer, LIMIT).owns();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<Duration> predictedOutage(String role, FaultKind fault) {
        return Prediction.of(servers.config(), fault);
    }

    @Override
    public Remedies remedies(String role, FaultKind fault) {
        return Prediction.remedies(servers.config(), fault);
    }

    @Override
    public Workload workload(String role, WorkloadSpec spec) {
        return new Visits(servers, spec);
    }

    @Override
    public Subscription observe(String role, Consumer<Evidence> sink) {
        return OwnerWatch.begin(servers, sink);
    }

    @Override
    public Subscription watch(Consumer<Evidence> sink) {
        return each.watch(sink);
    }

    @Override
    public Optional<String> missingRedundancy(String role) {
        return new Trouble(servers.layout(), servers.look()).first().or(this::unsettled);
    }

    private Optional<String> unsettled() {
        return owners().stream()
                .filter(owner -> !ranksBelow(owner))
                .map(owner -> owner.node() + " has not heard yet that the other one stands by")
                .findFirst();
    }

    private boolean ranksBelow(Balancer owner) {
        try {
            return servers.ranksBelow(owner, LIMIT);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        each.close();
    }
}
