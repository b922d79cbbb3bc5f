package io.hcdc.core;

import io.hcdc.api.Readiness;
import java.util.List;
import java.util.Map;

/**
 * A stack as it is now.
 *
 * @param nodes in the order of the stack
 * @param readiness component → whether it does its work
 */
public record StackStatus(String stack, List<NodeStatus> nodes, Map<String, Readiness> readiness) {

    /**
     * @param container the engine's word for the container's state; {@code missing} where there is none
     * @param role what the node says of itself; empty where nothing runs
     */
    public record NodeStatus(
            String node, String component, String container, String role, String detail, String ports) {}

    public boolean isReady() {
        return readiness.values().stream().allMatch(Readiness.Ready.class::isInstance);
    }
}
