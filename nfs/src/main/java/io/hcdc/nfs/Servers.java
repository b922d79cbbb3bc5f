package io.hcdc.nfs;

import io.hcdc.api.Access;
import io.hcdc.api.drill.TwoPaths;
import java.net.InetSocketAddress;

/** The running nodes, as this program reaches them. */
record Servers(Layout layout, Access access) {
    InetSocketAddress address(NfsNode node) {
        return access.reach(node.name(), node.port());
    }

    /** Where an application finds who serves. */
    TwoPaths paths() {
        return new TwoPaths(
                access.virtual(Layout.PAIR, Layout.INSIDE),
                layout.nodes().stream().map(this::address).toList());
    }
}
