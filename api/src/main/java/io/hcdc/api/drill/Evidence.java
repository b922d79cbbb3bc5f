package io.hcdc.api.drill;

import java.time.Duration;
import java.util.Optional;

/**
 * Something a server said during a drill. Stamped by the receiver, so the clocks of containers do not matter.
 *
 * @param source the node that said it
 * @param name the server's own word, e.g. {@code +switch-master}
 * @param detail the rest of what it said
 * @param stage which stage of a fail-over it proves, if any
 * @param interval from one question to the next where the server has to be asked: it may have been so for that long. Zero
 *     where it says it unasked
 */
public record Evidence(String source, String name, String detail, Optional<Stage> stage, Duration interval) {

    /** What a server says unasked. */
    public Evidence(String source, String name, String detail, Optional<Stage> stage) {
        this(source, name, detail, stage, Duration.ZERO);
    }

    /** The same of a server that is asked that often. */
    public Evidence asked(Duration every) {
        return new Evidence(source, name, detail, stage, every);
    }

    /** The stages between a fault and the first write that succeeds again, in their natural order. */
    public enum Stage {
        DETECTED,
        DECIDED,
        PROMOTED,
        ROUTED
    }
}
