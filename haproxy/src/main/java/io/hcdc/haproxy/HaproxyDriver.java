package io.hcdc.haproxy;

import io.hcdc.api.Access;
import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Port;
import io.hcdc.api.Readiness;
import io.hcdc.api.TrustFile;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks like a browser, over TLS that has to be the stack's own, and reads the stats page. */
final class HaproxyDriver implements Driver {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final String BACKEND = "application";

    private final HaproxyConfig config;
    private final Access access;
    private final Port https;
    private final Port stats;

    HaproxyDriver(HaproxyConfig config, Access access, Port https, Port stats) {
        this.config = config;
        this.access = access;
        this.https = https;
        this.stats = stats;
    }

    @Override
    public Look look() {
        try {
            StatsCsv stats = stats();
            return new Look(readiness(stats), states(stats));
        } catch (IOException e) {
            return new Look(new Readiness.NotReady(reason(e)), unreachable(reason(e)));
        }
    }

    private Readiness readiness(StatsCsv stats) {
        try (Http http = new Http(access.reach(HaproxyComponent.NODE, https), LIMIT)) {
            http.secure(access.trust(TrustFile.AUTHORITY));
            int status = http.get(config.checkPath()).status();
            // Nodes that are not the stack's may be absent for as long as they like; the demo may not.
            if (config.demoRuns() && status != 200) {
                return new Readiness.NotReady("HTTPS answers " + status + ": the demo is not up");
            }
            return config.fronts().isEmpty() ? new Readiness.Ready("HTTPS answers " + status) : fronts(status, stats);
        } catch (IOException e) {
            return new Readiness.NotReady(reason(e));
        }
    }

    private Readiness fronts(int status, StatsCsv stats) {
        for (String endpoint : config.fronts().values()) {
            List<StatsCsv.Row> servers = stats.servers(endpoint);
            // As long as one more is up by assumption, the front of a Redis lets nobody in.
            if (servers.stream().noneMatch(StatsCsv.Row::passed)
                    || servers.stream().anyMatch(StatsCsv.Row::assumed)) {
                return new Readiness.NotReady("no server behind the front of " + endpoint + " has answered");
            }
        }
        return new Readiness.Ready("HTTPS answers " + status + ", so does "
                + String.join(", ", config.fronts().values()));
    }

    @Override
    public void close() {
        // Every look has a connection of its own, as a new client would.
    }

    private StatsCsv stats() throws IOException {
        try (Http http = new Http(access.reach(HaproxyComponent.NODE, stats), LIMIT)) {
            http.login(HaproxyComponent.STATS_USER, access.secret(HaproxyComponent.STATS_PASSWORD));
            Http.Answer answer = http.get("/;csv;norefresh");
            if (answer.status() != 200) {
                throw new IOException("the stats page answers " + answer.status());
            }
            return StatsCsv.parse(answer.body());
        }
    }

    private List<NodeState> states(StatsCsv stats) {
        List<NodeState> states = new ArrayList<>();
        states.add(new NodeState(HaproxyComponent.NODE, "balancer", summary(stats)));
        if (config.demoRuns()) {
            states.add(stats.servers(BACKEND).stream()
                    .filter(server -> server.name().equals(HaproxyComponent.DEMO_NODE))
                    .map(HaproxyDriver::demo)
                    .findFirst()
                    .orElse(NodeState.unreachable(HaproxyComponent.DEMO_NODE, "the balancer does not know it")));
        }
        return states;
    }

    private static NodeState demo(StatsCsv.Row server) {
        return server.up()
                ? new NodeState(server.name(), "demo", server.check())
                : NodeState.unreachable(server.name(), server.check());
    }

    private String summary(StatsCsv stats) {
        List<StatsCsv.Row> application = stats.servers(BACKEND);
        StringBuilder summary = new StringBuilder(application.isEmpty() ? "no application nodes" : words(application));
        for (String endpoint : config.fronts().values()) {
            summary.append("; ").append(endpoint).append(": ").append(words(stats.servers(endpoint)));
        }
        return summary.toString();
    }

    private static String words(List<StatsCsv.Row> servers) {
        return servers.stream()
                .map(server -> server.name() + " " + server.word())
                .collect(Collectors.joining(", "));
    }

    private List<NodeState> unreachable(String why) {
        List<NodeState> states = new ArrayList<>();
        states.add(NodeState.unreachable(HaproxyComponent.NODE, why));
        if (config.demoRuns()) {
            states.add(NodeState.unreachable(HaproxyComponent.DEMO_NODE, "the balancer does not answer for it"));
        }
        return states;
    }

    private static String reason(IOException e) {
        if (e.getCause() instanceof CertificateException) {
            return "the certificate is not one the stack's trust store vouches for";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
