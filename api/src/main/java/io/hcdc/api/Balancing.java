package io.hcdc.api;

import java.util.List;
import java.util.Map;

/**
 * A {@link Component} that spreads an application's requests over nodes which are not the
 * stack's. Its settings {@code nodes} (name → address) and {@code drained} (names) say which; its driver is {@link Pooled}.
 *
 * @param <C> the component's configuration
 */
public interface Balancing<C extends Record> extends Component<C> {

    /** The nodes as configured. Pure. */
    Pool pool(C config);

    /**
     * The application's nodes.
     *
     * @param nodes name → address, in the order of the settings
     * @param drained the names of those that take no new clients
     * @param withoutNodes what a client gets while there is no node at all, e.g. {@code the demo application answers}
     */
    record Pool(Map<String, String> nodes, List<String> drained, String withoutNodes) {
        public Pool {
            drained = List.copyOf(drained);
        }

        /** The names of those that take new clients. */
        public List<String> taking() {
            return nodes.keySet().stream()
                    .filter(name -> !drained.contains(name))
                    .toList();
        }
    }
}
