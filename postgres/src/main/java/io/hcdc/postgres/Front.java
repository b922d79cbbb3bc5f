package io.hcdc.postgres;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an application connects: at the Pgpools in turn, so that its sessions are spread and one that is gone is passed over. */
final class Front {
    private final List<InetSocketAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    Front(Servers servers) {
        this.addresses = servers.layout().pgpools().stream()
                .map(pgpool -> servers.access().reach(pgpool.name(), pgpool.port()))
                .toList();
    }

    /** For the next session. */
    InetSocketAddress address() {
        return addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }
}
