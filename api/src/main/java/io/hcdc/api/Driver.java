package io.hcdc.api;

/**
 * Speaks the protocol of a component's running servers. Methods may be called from any thread and are bounded: none
 * blocks for longer than about two seconds, none throws because a server is down.
 */
public interface Driver extends AutoCloseable {

    /** Asks all servers, once. */
    Look look();

    @Override
    void close();
}
