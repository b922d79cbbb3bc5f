package io.hcdc.nfs;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Readiness;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Speaks with a pair, of which one serves and the other one waits. */
final class PairDriver implements Driver, Drillable {
    private final NfsConfig config;
    private final Servers servers;

    PairDriver(NfsConfig config, Servers servers) {
        this.config = config;
        this.servers = servers;
    }

    @Override
    public Look look() {
        Survey survey = Survey.take(servers);
        Readiness readiness = survey.missing()
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready(
                        survey.serving().get(0) + " answers and takes changes, the other one waits to take over"));
        String settings = "grace " + config.gracePeriod() + " s";
        return new Look(
                readiness,
                survey.looks().stream()
                        .map(look -> look.state("active", settings))
                        .toList());
    }

    @Override
    public List<String> roles() {
        return List.of(Layout.PAIR);
    }

    @Override
    public List<String> paths(String role) {
        return servers.paths().names();
    }

    @Override
    public Optional<String> holder(String role) {
        List<String> serving = claimants(role);
        return serving.size() == 1 ? Optional.of(serving.get(0)) : Optional.empty();
    }

    @Override
    public List<String> claimants(String role) {
        return Survey.take(servers).serving();
    }

    @Override
    public Optional<Duration> predictedOutage(String role, FaultKind fault) {
        return Prediction.of(fault);
    }

    @Override
    public Workload workload(String role, WorkloadSpec spec) {
        return new PairWorkload(servers, spec);
    }

    @Override
    public Subscription observe(String role, Consumer<Evidence> sink) {
        return TakeoverWatch.begin(servers, sink);
    }

    @Override
    public Optional<String> missingRedundancy(String role) {
        return Survey.take(servers).missing();
    }

    @Override
    public void close() {
        // Every look has connections of its own; workloads and observations are closed by who started them.
    }
}
