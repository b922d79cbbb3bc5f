package io.hcdc.core.render;

import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.home.Home;
import java.util.List;
import java.util.Map;

/**
 * Everything a stack runs with, as text and values.
 *
 * @param files path relative to the stack's home → content
 * @param containers one per node, in the order of the nodes, with every label
 */
public record Rendering(Map<String, String> files, List<ContainerSpec> containers) {

    /** Puts the files where the containers and compose find them. */
    public void writeTo(Home home) {
        files.forEach(home::write);
    }
}
