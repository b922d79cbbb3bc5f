package io.hcdc.api.drill;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The {@link Drillable#paths} to what several nodes serve in turn: the address that moves among them, where this machine can
 * reach it, and the ports that each of them publishes.
 *
 * @param address the one that moves; empty where it is out of reach
 * @param ports one per node, tried in turn
 */
public record TwoPaths(Optional<InetSocketAddress> address, List<InetSocketAddress> ports) {
    private static final String ADDRESS = "address";
    private static final String PORTS = "ports";

    public TwoPaths {
        ports = List.copyOf(ports);
    }

    public List<String> names() {
        return address.isPresent() ? List.of(ADDRESS, PORTS) : List.of(PORTS);
    }

    /** Where a path leads. @param name one of {@link #names} */
    public List<InetSocketAddress> to(String name) {
        return address.filter(moving -> name.equals(ADDRESS)).map(List::of).orElse(ports);
    }
}
