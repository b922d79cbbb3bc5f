package io.hcdc.core.stack;

import io.hcdc.api.Endpoint;
import io.hcdc.api.Front;
import java.util.List;

/**
 * What applications connect to, whichever node serves it.
 *
 * @param name {@code component.endpoint}
 * @param endpoints one per node that serves it, in the order of the nodes; they differ in node and port alone
 */
public record Offer(String name, List<Endpoint> endpoints) {
    public Offer {
        endpoints = List.copyOf(endpoints);
    }

    /** What all its endpoints have in common; node and port are the first one's. */
    public Endpoint common() {
        return endpoints.get(0);
    }

    /** The front as an endpoint: it speaks what is behind it, and nobody need know who that is. */
    public Endpoint behind(Front front) {
        Endpoint common = common();
        return new Endpoint(
                name,
                front.node(),
                front.port(),
                common.scheme(),
                common.user(),
                common.secret(),
                common.path(),
                List.of());
    }
}
