package io.hcdc.api;

import java.util.Optional;

/** The optional capability of a {@link Driver} whose servers read changed files without ending. */
public interface Reloadable {

    /**
     * The {@code version} of the configuration that the node's server runs with by its own word; empty when it does not
     * answer or cannot tell. A server that refused a file tells the version it still runs with.
     */
    Optional<String> version(String node);
}
