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
     * @param detail what else it says; the engine's words on its container, e.g. since when it is dead, where nothing runs
     */
    public record NodeStatus(
            String node, String component, String container, String role, String detail, String ports) {

        /** Whether it has a container that runs, even if a frozen one. */
        public boolean isUp() {
            return container.equals("running") || container.equals("paused");
        }
    }

    /** Whether not one container runs. */
    public boolean isDown() {
        return nodes.stream().noneMatch(NodeStatus::isUp);
    }

    public boolean isReady() {
        return readiness.values().stream().allMatch(Readiness.Ready.class::isInstance);
    }
}
