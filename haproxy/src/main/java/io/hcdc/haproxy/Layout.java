package io.hcdc.haproxy;

import io.hcdc.api.Front;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which nodes there are. What the first balancer publishes at a port of the host, the second publishes at the next one.
 *
 * @param balancers one, or two that share an address
 * @param demos the demo application's nodes
 * @param fronts port inside the network → {@code component.endpoint}, in order
 */
record Layout(List<Balancer> balancers, List<String> demos, Map<Integer, String> fronts, Ports ports) {
    /** The name of the address that two balancers share, and the drill role of its owner. */
    static final String ADDRESS = "haproxy";

    static final String STATS_USER = "hcdc";
    static final String STATS_PASSWORD = "haproxy-stats-password";

    /** Not 443: ports below 1024 would need one more capability, or an engine that grants them to everybody. */
    static final int HTTPS_INSIDE = 8443;

    static final int STATS_INSIDE = 1936;

    private static final String DEMO = "demo";

    static Layout of(HaproxyConfig config, Ports ports) {
        int count = config.isPair() ? 2 : 1;
        List<Balancer> balancers = IntStream.range(0, count)
                .mapToObj(i -> new Balancer(
                        "haproxy" + (i + 1),
                        new Port(HTTPS_INSIDE, ports.shifted(config.port() + i)),
                        new Port(STATS_INSIDE, ports.shifted(config.statsPort() + i))))
                .toList();
        List<String> demos = IntStream.rangeClosed(1, config.demo() ? count : 0)
                .mapToObj(number -> DEMO + number)
                .toList();
        Map<Integer, String> fronts = new LinkedHashMap<>();
        config.fronts().forEach((port, endpoint) -> fronts.put(Integer.valueOf(port), endpoint));
        return new Layout(balancers, demos, fronts, ports);
    }

    /** Whether an application's node may not be called so. */
    static boolean isDemo(String name) {
        return name.matches(DEMO + "[12]");
    }

    boolean isPair() {
        return balancers.size() > 1;
    }

    Optional<Balancer> balancer(String node) {
        return balancers.stream()
                .filter(balancer -> balancer.node().equals(node))
                .findFirst();
    }

    /** Who stands in for a balancer. */
    Optional<Balancer> peer(Balancer balancer) {
        return balancers.stream().filter(other -> !other.equals(balancer)).findFirst();
    }

    /** Every front at every balancer. */
    List<Front> allFronts() {
        return fronts.keySet().stream()
                .flatMap(port -> balancers.stream().map(balancer -> front(port, balancer)))
                .toList();
    }

    List<Front> frontsAt(Balancer balancer) {
        return fronts.keySet().stream().map(port -> front(port, balancer)).toList();
    }

    private Front front(int port, Balancer balancer) {
        return new Front(
                fronts.get(port),
                balancer.node(),
                new Port(port, ports.shifted(port + balancers.indexOf(balancer))),
                "fronts." + port);
    }
}
