package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who tells of a change of the primary: the servers themselves, and the Pgpools by what they do with sessions. */
final class PrimarySources {

    private PrimarySources() {}

    static List<Observation.Source> all(Servers servers, Consumer<Evidence> sink) {
        Stream<Observation.Source> nodes =
                servers.layout().nodes().stream().map(node -> new NodeSource(servers, node, sink));
        Stream<Observation.Source> routes =
                servers.layout().pgpools().stream().map(pgpool -> new RouteSource(servers, pgpool, sink));
        return Stream.concat(nodes, routes).toList();
    }
}
