package io.hcdc.haproxy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of the {@code haproxy} component. Names are the server's own; times are milliseconds.
 *
 * @param topology one HAProxy, or two that share an address by keepalived
 * @param port where HTTPS is published on the host, before the stack's offset; the second HAProxy has the next one
 * @param statsPort where the stats page is published on the host, likewise
 * @param certificate the user's own certificate and key as PEM text; empty: the stack's authority signs one
 * @param serverName the name by which clients call the site, which the certificate must cover; empty: by the nodes' own
 * @param nodes the application's nodes: name → {@code host:port}
 * @param drained names of those nodes that take no new clients
 * @param demo whether a demo application answers while no nodes are named
 * @param checkPath what a node must answer with 2xx or 3xx to count as alive
 * @param inter time between two checks of a node whose state is settled
 * @param fastinter the same while its state is in question
 * @param fall failed checks in a row that take a node out
 * @param rise good checks in a row that bring it back
 * @param timeoutCheck how long a check waits for its answer
 * @param timeoutConnect how long connecting to a node may take
 * @param timeoutServer how long a node may be silent while an answer is due
 * @param timeoutClient how long a client may be silent
 * @param retries how often a request that got no answer is tried again
 * @param fronts addresses for endpoints of other components: port on the host, before the stack's offset (the second
 *     HAProxy has the next one) → {@code component.endpoint}
 * @param frontInter time between two checks of a fronted server
 * @param frontTimeoutCheck how long such a check waits for its answer, and how long connecting may take
 * @param maxconn how many connections at once
 * @param hardStopAfter how long what was connected before a reload may go on with the configuration of then
 * @param advertInt time between two advertisements of who owns the shared address; three that stay away move it
 */
public record HaproxyConfig(
        Topology topology,
        int port,
        int statsPort,
        String certificate,
        String serverName,
        Map<String, String> nodes,
        List<String> drained,
        boolean demo,
        String checkPath,
        int inter,
        int fastinter,
        int fall,
        int rise,
        int timeoutCheck,
        int timeoutConnect,
        int timeoutServer,
        int timeoutClient,
        int retries,
        Map<String, String> fronts,
        int frontInter,
        int frontTimeoutCheck,
        int maxconn,
        int hardStopAfter,
        int advertInt) {

    static final HaproxyConfig DEFAULTS = new HaproxyConfig(
            Topology.STANDALONE,
            443,
            1936,
            "",
            "",
            Map.of(),
            List.of(),
            true,
            "/",
            100,
            50,
            2,
            2,
            400,
            500,
            300_000,
            300_000,
            2,
            Map.of(),
            100,
            180,
            4096,
            1_800_000,
            100);

    public HaproxyConfig {
        nodes = inOrder(nodes);
        drained = drained == null ? List.of() : List.copyOf(drained);
        fronts = inOrder(fronts);
    }

    private static Map<String, String> inOrder(Map<String, String> settings) {
        return settings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    boolean isPair() {
        return topology == Topology.KEEPALIVED;
    }

    /** A demo behind the balancer beside real nodes would answer for them while they are down. */
    boolean demoAnswers() {
        return demo && nodes.isEmpty();
    }
}
