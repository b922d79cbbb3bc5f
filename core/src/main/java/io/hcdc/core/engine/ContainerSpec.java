package io.hcdc.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container to create. Every capability is dropped but those named, and no privilege can be gained later.
 *
 * @param environment variables beside those of the image
 * @param hosts names and addresses for /etc/hosts
 * @param binds files of the host, mounted read-only: absolute path on the host → absolute path in the container
 * @param volumes named volumes: name → absolute path in the container
 * @param seccomp the text of a seccomp profile instead of the engine's default
 * @param bindAddress the host address on which ports are published
 * @param ports container port → host port
 */
public record ContainerSpec(
        String name,
        String hostName,
        String image,
        List<String> command,
        Map<String, String> environment,
        String network,
        String address,
        Map<String, String> hosts,
        Map<String, String> binds,
        Map<String, String> volumes,
        List<String> capabilities,
        Optional<String> seccomp,
        String bindAddress,
        Map<Integer, Integer> ports,
        Map<String, String> labels,
        int stopGraceSeconds) {

    public ContainerSpec withLabels(Map<String, String> newLabels) {
        return new ContainerSpec(
                name,
                hostName,
                image,
                command,
                environment,
                network,
                address,
                hosts,
                binds,
                volumes,
                capabilities,
                seccomp,
                bindAddress,
                ports,
                newLabels,
                stopGraceSeconds);
    }
}
