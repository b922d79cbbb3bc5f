package io.hcdc.core.engine;

import java.util.List;
import java.util.Map;

/**
 * A container of ours beside another one, with what that one must not have: tools, and the right to use them.
 *
 * @param container whose part it shares
 * @param capabilities all it may do; every other one is dropped
 * @param command what runs in it, and ends it; with none it waits to be given commands
 */
public record HelperSpec(
        String name,
        String image,
        String container,
        Shared shared,
        List<String> capabilities,
        List<String> command,
        Map<String, String> labels) {
    public HelperSpec {
        capabilities = List.copyOf(capabilities);
        command = List.copyOf(command);
        labels = Map.copyOf(labels);
    }

    /** The same with a command of its own. */
    public HelperSpec running(List<String> command) {
        return new HelperSpec(name, image, container, shared, capabilities, command, labels);
    }

    /** What it has in common with the container. */
    public enum Shared {
        /** Its network and its processes. Such a helper ends when the container does: it never outlives what it works on. */
        NAMESPACES,
        /** Its volumes, at the same paths. */
        VOLUMES,
        /** Nothing: a network of its own with nobody else in it. */
        NOTHING
    }
}
