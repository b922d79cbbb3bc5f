package io.hcdc.postgres;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an application connects: at one Pgpool, and where that fails at the next one. */
final class Front {
    private final List<InetSocketAddress> addresses;
    private final AtomicInteger failures = new AtomicInteger();

    Front(Servers servers) {
        this.addresses = servers.layout().pgpools().stream()
                .map(pgpool -> servers.access().reach(pgpool.name(), pgpool.port()))
                .toList();
    }

    InetSocketAddress address() {
        return addresses.get(Math.floorMod(failures.get(), addresses.size()));
    }

    /** That address did not serve; unless another one is in use by now, the next one is. */
    void failed(InetSocketAddress address) {
        int seen = failures.get();
        if (address.equals(addresses.get(Math.floorMod(seen, addresses.size())))) {
            failures.compareAndSet(seen, seen + 1);
        }
    }
}
