package io.hcdc.postgres;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Readiness;
import io.hcdc.api.Repairable;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Remedies;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Speaks with a primary and its standbys, and with the Pgpools in front of them. */
final class PgpoolDriver implements Driver, Drillable, OwnStatement, Repairable {
    private final Servers servers;
    private final Surveyor surveyor;

    PgpoolDriver(Servers servers) {
        this.servers = servers;
        this.surveyor = new Surveyor(servers);
    }

    @Override
    public Look look() {
        Survey survey = surveyor.take();
        return new Look(readiness(survey), States.of(survey));
    }

    private Readiness readiness(Survey survey) {
        return Diagnosis.of(servers.config(), survey)
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready("primary "
                        + survey.primaries().get(0) + ", "
                        + servers.config().standbys() + " standbys stream, "
                        + servers.layout().pgpools().size() + " pgpools serve and agree, "
                        + survey.watchdogLeaders().get(0) + " leads"));
    }

    @Override
    public List<String> roles() {
        return List.of(Layout.PRIMARY_ROLE, Layout.PGPOOL_ROLE);
    }

    @Override
    public List<String> paths(String role) {
        return Front.paths(servers);
    }

    @Override
    public Optional<String> holder(String role) {
        if (isPgpool(role)) {
            List<String> leaders = claimants(role);
            return leaders.size() == 1 ? Optional.of(leaders.get(0)) : Optional.empty();
        }
        return Survey.primary(surveyor.nodes());
    }

    @Override
    public List<String> claimants(String role) {
        return isPgpool(role) ? Survey.leaders(surveyor.watchdogs()) : Survey.primaries(surveyor.nodes());
    }

    @Override
    public Optional<Duration> predictedOutage(String role, FaultKind fault) {
        return isPgpool(role) ? Prediction.ofPgpool(fault) : Prediction.ofPrimary(servers.config(), fault);
    }

    @Override
    public Remedies remedies(String role, FaultKind fault) {
        return isPgpool(role)
                ? Prediction.remediesOfPgpool(servers.config())
                : Prediction.remediesOfPrimary(servers.config(), fault);
    }

    @Override
    public Workload workload(String role, WorkloadSpec spec) {
        return new PostgresWorkload(servers, isPgpool(role) ? Witness.pgpool(servers) : Witness.node(), spec);
    }

    @Override
    public String language() {
        return "sql";
    }

    /** Only a server can tell what is SQL. */
    @Override
    public Optional<String> mistake(String statement) {
        return Optional.empty();
    }

    @Override
    public Workload workload(WorkloadSpec spec, String statement) {
        return OwnSql.of(servers, spec, statement);
    }

    @Override
    public Subscription observe(String role, Consumer<Evidence> sink) {
        return new Observation(isPgpool(role) ? WatchdogSource.all(servers, sink) : PrimarySources.all(servers, sink));
    }

    @Override
    public Optional<String> missingRedundancy(String role) {
        // How far the primary was before the standbys are asked: they must be at least there.
        Map<String, NodeView> before = surveyor.nodes();
        long wanted = Survey.primary(before)
                .map(primary -> before.get(primary).position())
                .orElse(0L);
        Survey survey = surveyor.take();
        return Diagnosis.of(servers.config(), survey).or(() -> behind(survey, wanted));
    }

    private static Optional<String> behind(Survey survey, long wanted) {
        return survey.views().entrySet().stream()
                .filter(entry -> entry.getValue().position() < wanted)
                .map(entry ->
                        entry.getKey() + " is " + (wanted - entry.getValue().position()) + " bytes behind")
                .findFirst();
    }

    @Override
    public Optional<List<String>> repair(String node) {
        return servers.layout().nodes().stream().anyMatch(known -> known.name().equals(node))
                ? Optional.of(List.of("/bin/bash", "/usr/local/bin/reseed"))
                : Optional.empty();
    }

    private static boolean isPgpool(String role) {
        return role.equals(Layout.PGPOOL_ROLE);
    }

    @Override
    public void close() {
        surveyor.close();
    }
}
