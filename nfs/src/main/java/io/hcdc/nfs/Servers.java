package io.hcdc.nfs;

import io.hcdc.api.Access;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The running nodes, as this program reaches them. */
record Servers(Layout layout, Access access) {
    /** The one that moves. */
    private static final String ADDRESS = "address";

    /** Those of both nodes on the host, tried until one serves. */
    private static final String PORTS = "ports";

    InetSocketAddress address(NfsNode node) {
        return access.reach(node.name(), node.port());
    }

    /** The pair's address is in reach only of who is in the stack's network. */
    List<String> paths() {
        return virtual().isPresent() ? List.of(ADDRESS, PORTS) : List.of(PORTS);
    }

    /** Where an application finds who serves: one of {@link #paths}. */
    List<InetSocketAddress> path(String name) {
        return virtual()
                .filter(address -> name.equals(ADDRESS))
                .map(List::of)
                .orElseGet(() -> layout.nodes().stream().map(this::address).toList());
    }

    private Optional<InetSocketAddress> virtual() {
        return access.virtual(Layout.PAIR, Layout.INSIDE);
    }
}
