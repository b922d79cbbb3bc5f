package io.hcdc.core;

import java.util.List;
import java.util.Optional;

/**
 * How a stack is used.
 *
 * @param endpoints what an application connects to: at every node that serves it, and at the fronts
 * @param virtual the same at addresses that move among the nodes; from the host only where that is in the stack's network
 * @param together how clients that know several nodes at once connect
 * @param roles what can be drilled
 * @param hosts lines for /etc/hosts with which the names that servers announce work on the host, too
 */
public record StackInfo(
        String stack,
        String source,
        String home,
        String subnet,
        List<Access> endpoints,
        List<AtAddress> virtual,
        List<Together> together,
        List<String> roles,
        List<String> hosts) {

    /**
     * @param inside the URI inside the stack's network
     * @param fromHost the URI from the host
     * @param secretFile where the password is kept
     * @param password the password itself
     */
    public record Access(
            String name,
            String node,
            String inside,
            String fromHost,
            Optional<String> user,
            Optional<String> secretFile,
            Optional<String> password) {}

    /**
     * What is served at an address that moves.
     *
     * @param name the endpoint's name
     * @param inside the URI inside the stack's network, by name
     * @param fromHost the URI from a host that is in the stack's network
     */
    public record AtAddress(String name, String inside, String fromHost) {}

    /**
     * One URI with all the nodes that serve an endpoint.
     *
     * @param name {@code component.endpoint}
     * @param inside the URI inside the stack's network
     * @param fromHost the URI from the host
     */
    public record Together(String name, String inside, String fromHost) {}
}
