package io.hcdc.api.drill;

import java.util.Optional;

/**
 * Something a server said during a drill. Stamped by the receiver, so the clocks of containers do not matter.
 *
 * @param source the node that said it
 * @param name the server's own word, e.g. {@code +switch-master}
 * @param detail the rest of what it said
 * @param stage which stage of a fail-over it proves, if any
 */
public record Evidence(String source, String name, String detail, Optional<Stage> stage) {

    /** The stages between a fault and the first write that succeeds again, in their natural order. */
    public enum Stage {
        DETECTED,
        DECIDED,
        PROMOTED,
        ROUTED
    }
}
