package io.hcdc.core.render;

import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.home.Home;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a stack runs with, as text and values.
 *
 * @param files path relative to the stack's home → content
 * @param inPlace those of the files that running containers read again
 * @param containers one per node, in the order of the nodes, with every label
 * @param versions container → version of the files it can read again; containers without such files are not in it
 */
public record Rendering(
        Map<String, String> files, Set<String> inPlace, List<ContainerSpec> containers, Map<String, String> versions) {

    public Rendering withFiles(Map<String, String> newFiles) {
        return new Rendering(newFiles, inPlace, containers, versions);
    }

    /** Puts the files where the containers and compose find them. */
    public void writeTo(Home home) {
        files.forEach((file, content) -> {
            if (inPlace.contains(file)) {
                home.writeInPlace(file, content);
            } else {
                home.write(file, content);
            }
        });
    }
}
