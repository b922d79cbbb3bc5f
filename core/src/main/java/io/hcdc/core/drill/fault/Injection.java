package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.NetworkPlace;
import java.util.List;

/**
 * A fault on one container, with all that is needed to take it back without asking anybody: it is written down before
 * anything is broken.
 *
 * @param node the container's node
 * @param cutFrom the addresses from which the node is cut, where the kind cuts from somebody
 */
public record Injection(FaultSpec what, String node, NetworkPlace place, List<String> cutFrom) {
    public Injection {
        cutFrom = List.copyOf(cutFrom);
    }
}
