package io.hcdc.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.NetworkSpec;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The engine's networks, and who is on them. */
final class Networks {
    /** An endpoint may outlive its container for a moment (Docker 20.10, several containers removed at once). */
    private static final Duration ENDPOINT_LINGERS = Duration.ofSeconds(5);

    private final DockerClient client;
    private final Calls calls;

    Networks(DockerClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    List<ObservedNetwork> withLabels(List<String> labels) {
        return calls
                .call(() -> client.listNetworksCmd().withFilter("label", labels).exec())
                .stream()
                .map(Translate::network)
                .toList();
    }

    List<String> subnets() {
        return calls.call(() -> client.listNetworksCmd().exec()).stream()
                .flatMap(Translate::subnets)
                .toList();
    }

    void create(NetworkSpec network) {
        Network.Ipam.Config addresses = new Network.Ipam.Config()
                .withSubnet(network.subnet())
                .withGateway(network.gateway())
                .withIpRange(network.range());
        calls.run(() -> client.createNetworkCmd()
                .withName(network.name())
                .withDriver("bridge")
                .withCheckDuplicate(true)
                .withIpam(new Network.Ipam().withConfig(addresses))
                .withLabels(network.labels())
                .exec());
    }

    void remove(String name) {
        long deadline = System.nanoTime() + ENDPOINT_LINGERS.toNanos();
        while (true) {
            try {
                calls.settle(() -> client.removeNetworkCmd(name).exec());
                return;
            } catch (EngineException e) {
                if (!e.getMessage().contains("active endpoints") || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    void disconnect(NetworkPlace place) {
        calls.run(() -> client.disconnectFromNetworkCmd()
                .withNetworkId(place.network())
                .withContainerId(place.container())
                .exec());
    }

    void connect(NetworkPlace place) {
        ContainerNetwork endpoint = new ContainerNetwork()
                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(place.address()))
                .withAliases(place.alias());
        calls.run(() -> client.connectToNetworkCmd()
                .withNetworkId(place.network())
                .withContainerId(place.container())
                .withContainerNetwork(endpoint)
                .exec());
    }

    boolean isConnected(NetworkPlace place) {
        return calls.call(() -> {
            try {
                return client.inspectContainerCmd(place.container())
                        .exec()
                        .getNetworkSettings()
                        .getNetworks()
                        .containsKey(place.network());
            } catch (NotFoundException e) {
                return false;
            }
        });
    }
}
