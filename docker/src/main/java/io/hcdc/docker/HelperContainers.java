package io.hcdc.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.VolumesFrom;
import io.hcdc.core.engine.HelperSpec;
import java.util.List;

/** Containers beside containers. */
final class HelperContainers {
    private final DockerClient client;
    private final Calls calls;

    HelperContainers(DockerClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    void create(HelperSpec helper) {
        HostConfig host = HostConfig.newHostConfig()
                .withCapDrop(Capability.ALL)
                .withCapAdd(
                        helper.capabilities().stream().map(Capability::valueOf).toArray(Capability[]::new))
                .withSecurityOpts(List.of("no-new-privileges:true"));
        String other = "container:" + helper.container();
        switch (helper.shared()) {
            case NAMESPACES -> host.withNetworkMode(other).withPidMode(other);
            case VOLUMES -> host.withNetworkMode("none").withVolumesFrom(new VolumesFrom(helper.container()));
            case NOTHING -> host.withNetworkMode("none");
        }
        CreateContainerCmd create = client.createContainerCmd(helper.image())
                .withName(helper.name())
                .withHostConfig(host)
                .withLabels(helper.labels());
        if (!helper.command().isEmpty()) {
            create.withEntrypoint(helper.command());
        }
        calls.run(create::exec);
    }
}
