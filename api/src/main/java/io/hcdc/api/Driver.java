package io.hcdc.api;

import java.util.List;

/**
 * Speaks the protocol of a component's running servers. Methods may be called from any thread and are bounded: none
 * blocks for longer than about two seconds, none throws because a server is down.
 */
public interface Driver extends AutoCloseable {

    /** One look at whether the component as a whole does its work, by its own protocol; "running" is not "ready". */
    Readiness probe();

    /** What each node says of itself, in the order of the blueprint's services. */
    List<NodeState> states();

    @Override
    void close();
}
