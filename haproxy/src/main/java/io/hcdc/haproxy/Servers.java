package io.hcdc.haproxy;

import io.hcdc.api.Access;
import io.hcdc.api.drill.TwoPaths;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the running balancers are asked. Every question has a connection of its own, as a new client would. */
record Servers(HaproxyConfig config, Layout layout, Access access) {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    /** What all balancers show, in their order; they are asked side by side. */
    List<BalancerView> look() {
        return layout.balancers().parallelStream().map(this::look).toList();
    }

    private BalancerView look(Balancer balancer) {
        try {
            StatsCsv stats = StatsCsv.parse(stats(balancer).body());
            String state = layout.isPair() ? owner(balancer, LIMIT).state() : "";
            return new BalancerView(balancer.node(), state, Optional.of(stats), trouble(balancer, stats));
        } catch (IOException e) {
            return BalancerView.silent(balancer.node(), reason(e));
        }
    }

    /** What keeps a balancer that answers from doing its work. */
    private Optional<String> trouble(Balancer balancer, StatsCsv stats) {
        try (Http http = new Http(access.reach(balancer.node(), balancer.https()), LIMIT)) {
            http.secure(access.tls());
            int status = http.get(config.checkPath()).status();
            // Nodes that are not the stack's may be absent for as long as they like; the demo may not.
            if (config.demoAnswers() && status != 200) {
                return Optional.of("HTTPS answers " + status + ": the demo is not up");
            }
        } catch (IOException e) {
            return Optional.of(reason(e));
        }
        return layout.fronts().values().stream()
                .filter(endpoint -> unasked(stats.servers(endpoint)))
                .findFirst()
                .map(endpoint -> "no server behind the front of " + endpoint + " has answered");
    }

    /** As long as one more is up by assumption, the front of a Redis lets nobody in. */
    private static boolean unasked(List<StatsCsv.Row> servers) {
        return servers.stream().noneMatch(StatsCsv.Row::passed)
                || servers.stream().anyMatch(StatsCsv.Row::assumed);
    }

    /** The stats page's answer in its form for machines. */
    Http.Answer stats(Balancer balancer) throws IOException {
        try (Http http = new Http(statsOf(balancer), LIMIT)) {
            http.login(Layout.STATS_USER, access.secret(Layout.STATS_PASSWORD));
            Http.Answer answer = http.get("/;csv;norefresh");
            if (answer.status() != 200) {
                throw new IOException("the stats page answers " + answer.status());
            }
            return answer;
        }
    }

    private InetSocketAddress statsOf(Balancer balancer) {
        return access.reach(balancer.node(), balancer.stats());
    }

    /** Whether a balancer owns the shared address, by its own word. */
    Owner owner(Balancer balancer, Duration limit) throws IOException {
        return owner(statsOf(balancer), limit);
    }

    /** Who answers at the shared address; only where {@link #paths} has it. */
    Owner ownerAtAddress(Duration limit) throws IOException {
        return owner(access.virtual(Layout.ADDRESS, Layout.STATS_INSIDE).orElseThrow(), limit);
    }

    private static Owner owner(InetSocketAddress stats, Duration limit) throws IOException {
        String[] words = words(stats, "/owner", limit);
        return new Owner(words[0], words[1]);
    }

    /** Whether an owner has gone down in rank: until then one it took over from could take the address back. */
    boolean ranksBelow(Balancer owner, Duration limit) throws IOException {
        return words(statsOf(owner), "/rank", limit)[1].equals("leading");
    }

    /** A node's name and its word on something. */
    private static String[] words(InetSocketAddress stats, String question, Duration limit) throws IOException {
        try (Http http = new Http(stats, limit)) {
            Http.Answer answer = http.get(question);
            String[] words = answer.body().strip().split(" ");
            if (answer.status() != 200 || words.length != 2) {
                throw new IOException(question + " answers " + answer.status());
            }
            return words;
        }
    }

    /** How an application reaches HTTPS. */
    TwoPaths paths() {
        return new TwoPaths(
                access.virtual(Layout.ADDRESS, Layout.HTTPS_INSIDE),
                layout.balancers().stream()
                        .map(balancer -> access.reach(balancer.node(), balancer.https()))
                        .toList());
    }

    /**
     * A balancer's own word on whether it owns the shared address.
     *
     * @param state keepalived's word in lower case
     */
    record Owner(String node, String state) {
        static final String MASTER = "master";
        static final String BACKUP = "backup";

        boolean owns() {
            return state.equals(MASTER);
        }
    }

    private static String reason(IOException e) {
        if (e.getCause() instanceof CertificateException) {
            return "the certificate is not one the stack's trust store vouches for";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
