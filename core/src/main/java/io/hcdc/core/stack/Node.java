package io.hcdc.core.stack;

import io.hcdc.api.Service;

/**
 * One container of a stack with its place in it.
 *
 * @param component the type of the component it belongs to
 * @param container the container's name: {@code <stack>-<node>}
 * @param address its fixed address on the stack's network
 */
public record Node(Service service, String component, String container, String address) {

    public String name() {
        return service.node();
    }
}
