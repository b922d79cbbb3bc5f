package io.hcdc.postgres;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an application connects for its next session. */
final class Front {
    /** At the stable address of the Pgpools. */
    static final String FRONT = "front";

    /** At the Pgpools in turn, so that sessions are spread and one that is gone is passed over. */
    static final String PGPOOL = "pgpool";

    private final List<InetSocketAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    private Front(List<InetSocketAddress> addresses) {
        this.addresses = addresses;
    }

    /** The paths there are, the default first: the stable address in a stack that has one. */
    static List<String> paths(Servers servers) {
        return servers.access()
                .front(Layout.PGPOOL_ENDPOINT)
                .map(there -> List.of(FRONT, PGPOOL))
                .orElse(List.of(PGPOOL));
    }

    /** @param path one of {@link #paths} */
    static Front of(Servers servers, String path) {
        return new Front(
                path.equals(FRONT)
                        ? servers.access().front(Layout.PGPOOL_ENDPOINT).stream()
                                .toList()
                        : servers.layout().pgpools().stream()
                                .map(pgpool -> servers.access().reach(pgpool.name(), pgpool.port()))
                                .toList());
    }

    /** For the next session. */
    InetSocketAddress address() {
        return addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }
}
