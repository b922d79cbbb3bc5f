package io.hcdc.haproxy;

import io.hcdc.api.Access;
import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Pooled;
import io.hcdc.api.Port;
import io.hcdc.api.Readiness;
import io.hcdc.api.Reloadable;
import io.hcdc.api.TrustFile;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks like a browser, over TLS that has to be the stack's own, and reads the stats page. */
final class HaproxyDriver implements Driver, Reloadable, Pooled {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final String BACKEND = "application";
    private static final String VERSION = "X-Configuration";

    /** Every node that balances. */
    private static final List<String> BALANCERS = List.of(HaproxyComponent.NODE);

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
            StatsCsv stats = StatsCsv.parse(stats(HaproxyComponent.NODE).body());
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
            if (config.demoAnswers() && status != 200) {
                return new Readiness.NotReady("HTTPS answers " + status + ": the demo is not up");
            }
            return config.fronts().isEmpty() ? new Readiness.Ready("HTTPS answers " + status) : fronts(status, stats);
        } catch (IOException e) {
            return new Readiness.NotReady(reason(e));
        }
    }

    private Readiness fronts(int status, StatsCsv stats) {
        for (String endpoint : config.fronts().values()) {
            if (stats.servers(endpoint).stream().noneMatch(StatsCsv.Row::passed)) {
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

    @Override
    public Optional<String> version(String node) {
        try {
            return BALANCERS.contains(node) ? stats(node).header(VERSION) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (String balancer : BALANCERS) {
            try {
                StatsCsv.parse(stats(balancer).body())
                        .servers(BACKEND)
                        .forEach(row -> members.add(
                                new Member(row.name(), balancer, row.status(), row.check(), row.sessions())));
            } catch (IOException e) {
                // It has nothing to say; that it is down is what the engine and a look tell.
            }
        }
        return members;
    }

    private Http.Answer stats(String balancer) throws IOException {
        try (Http http = new Http(access.reach(balancer, stats), LIMIT)) {
            http.login(HaproxyComponent.STATS_USER, access.secret(HaproxyComponent.STATS_PASSWORD));
            Http.Answer answer = http.get("/;csv;norefresh");
            if (answer.status() != 200) {
                throw new IOException("the stats page answers " + answer.status());
            }
            return answer;
        }
    }

    private List<NodeState> states(StatsCsv stats) {
        List<NodeState> states = new ArrayList<>();
        states.add(new NodeState(HaproxyComponent.NODE, "balancer", summary(stats)));
        if (config.demo()) {
            states.add(demo(stats));
        }
        return states;
    }

    private NodeState demo(StatsCsv stats) {
        return stats.servers(BACKEND).stream()
                .filter(server -> server.name().equals(HaproxyComponent.DEMO_NODE))
                .map(HaproxyDriver::demo)
                .findFirst()
                .orElseGet(() -> config.demoAnswers()
                        ? NodeState.unreachable(HaproxyComponent.DEMO_NODE, "the balancer does not know it")
                        : new NodeState(HaproxyComponent.DEMO_NODE, "demo", "steps back for the application's nodes"));
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
                .map(server -> server.name() + " " + server.status())
                .collect(Collectors.joining(", "));
    }

    private List<NodeState> unreachable(String why) {
        List<NodeState> states = new ArrayList<>();
        states.add(NodeState.unreachable(HaproxyComponent.NODE, why));
        if (config.demo()) {
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
