package io.hcdc.api;

import java.util.List;
import java.util.Optional;

/** The optional capability of a {@link Driver} whose nodes can be given their data anew by their peers. */
public interface Repairable {

    /**
     * The command that, run in the node's container as root, throws the node's data away and takes that of its peers.
     * It ends with 0 once the node is at work again. Where it would do harm, as at a node that leads, it changes nothing,
     * says why and ends with something else. Empty for a node that keeps no data.
     */
    Optional<List<String>> repair(String node);
}
