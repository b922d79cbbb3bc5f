package io.hcdc.redis;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Remedies;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Speaks with a master and its replicas under Sentinel. */
final class SentinelDriver implements Driver, Drillable, OwnStatement {
    /** The path of an application that asks the sentinels. */
    private static final String SENTINEL = "sentinel";

    /** The path of one that knows a single address. */
    private static final String FRONT = "front";

    private final RedisConfig config;
    private final Nodes nodes;

    SentinelDriver(RedisConfig config, Nodes nodes) {
        this.config = config;
        this.nodes = nodes;
    }

    @Override
    public Look look() {
        Survey survey = Survey.take(nodes);
        return new Look(readiness(survey), states(survey));
    }

    private Readiness readiness(Survey survey) {
        return Diagnosis.of(config, survey)
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(() -> new Readiness.Ready("master "
                        + survey.masters().get(0) + ", replicas "
                        + config.replicas() + " of " + config.replicas() + ", sentinels " + config.sentinels() + " of "
                        + config.sentinels() + " agree"));
    }

    private static List<NodeState> states(Survey survey) {
        long masterOffset = survey.masterOffset();
        List<NodeState> states = new ArrayList<>();
        survey.data()
                .forEach((node, view) ->
                        states.add(view.map(data -> new NodeState(node, data.role(), data.describe(masterOffset)))
                                .orElseGet(() -> NodeState.unreachable(node, "no answer"))));
        survey.sentinels()
                .forEach((node, view) ->
                        states.add(view.map(sentinel -> new NodeState(node, "sentinel", sentinel.describe()))
                                .orElseGet(() -> NodeState.unreachable(node, "no answer"))));
        return states;
    }

    @Override
    public List<String> roles() {
        return List.of(Layout.SET);
    }

    @Override
    public List<String> paths(String role) {
        return front().isPresent() ? List.of(SENTINEL, FRONT) : List.of(SENTINEL);
    }

    /** The one address that leads to the master, where something offers it. */
    private Optional<InetSocketAddress> front() {
        return nodes.access().front(Layout.DATA_ENDPOINT);
    }

    @Override
    public Optional<String> holder(String role) {
        return MasterAddress.ofMajority(nodes);
    }

    @Override
    public List<String> claimants(String role) {
        return Survey.take(nodes).masters();
    }

    @Override
    public Optional<Duration> predictedOutage(String role, FaultKind fault) {
        return Prediction.of(config, fault);
    }

    @Override
    public Remedies remedies(String role, FaultKind fault) {
        return Prediction.remedies(config, fault);
    }

    @Override
    public Workload workload(String role, WorkloadSpec spec) {
        return new RedisWorkload(application(spec), new Books(nodes, spec.id()));
    }

    private Application application(WorkloadSpec spec) {
        return spec.path().equals(FRONT)
                ? new FrontApplication(nodes, front().orElseThrow(), spec.timeout())
                : new SentinelApplication(nodes, spec.timeout());
    }

    @Override
    public String language() {
        return "redis";
    }

    @Override
    public Optional<String> mistake(String statement) {
        return OwnCommand.mistake(statement);
    }

    @Override
    public Workload workload(WorkloadSpec spec, String statement) {
        return OwnCommand.of(statement, application(spec));
    }

    @Override
    public Subscription observe(String role, Consumer<Evidence> sink) {
        SentinelEvents events = new SentinelEvents(nodes, event -> sink.accept(event.evidence()));
        events.awaitListening();
        return events::close;
    }

    @Override
    public Optional<String> missingRedundancy(String role) {
        // How far the master was before the replicas are asked: they must be at least there.
        long wanted = Survey.take(nodes).masterOffset();
        Survey survey = Survey.take(nodes);
        return Diagnosis.of(config, survey).or(() -> behind(survey, wanted));
    }

    private static Optional<String> behind(Survey survey, long wanted) {
        return survey.data().entrySet().stream()
                .filter(entry -> entry.getValue().map(DataView::offset).orElse(0L) < wanted)
                .map(entry -> entry.getKey() + " is "
                        + (wanted - entry.getValue().map(DataView::offset).orElse(0L)) + " bytes behind")
                .findFirst();
    }

    @Override
    public void close() {
        // Every look has connections of its own; workloads and observations are closed by who started them.
    }
}
