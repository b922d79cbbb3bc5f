package io.hcdc.api;

import java.util.List;

/**
 * An address of its own on the stack's network that moves among nodes: at any time at most one of them should own it. What
 * these nodes serve is served there, too, at the same ports. Moving it is the nodes' own business.
 *
 * @param name its host name in every container, e.g. {@code haproxy}; unlike a node's it stands for a role
 * @param nodes those that may own it
 */
public record VirtualAddress(String name, List<String> nodes) {
    public VirtualAddress {
        nodes = List.copyOf(nodes);
    }
}
