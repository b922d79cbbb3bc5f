package io.hcdc.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import io.hcdc.api.Problem;
import io.hcdc.core.engine.ContainerEvent;
import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.EngineFacts;
import io.hcdc.core.engine.ExecSpec;
import io.hcdc.core.engine.HelperSpec;
import io.hcdc.core.engine.Listening;
import io.hcdc.core.engine.LogSpec;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.engine.NetworkSpec;
import io.hcdc.core.engine.Observed.ObservedImage;
import io.hcdc.core.engine.Observed.ObservedNetwork;
import io.hcdc.core.engine.Observed.ObservedVolume;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Docker engine, found as the docker command finds it: {@code DOCKER_HOST}, else the local socket. */
public final class DockerEngine implements Engine {
    private final DockerClient client;
    private final String address;
    private final Calls calls;
    private final Streams streams;
    private final Networks networks;
    private final HelperContainers helpers;

    private DockerEngine(DockerClient client, String address) {
        this.client = client;
        this.address = address;
        this.calls = new Calls(address);
        this.streams = new Streams(client, calls);
        this.networks = new Networks(client, calls);
        this.helpers = new HelperContainers(client, calls);
    }

    /**
     * Makes the client; nothing is sent yet.
     *
     * @throws EnvironmentNotReadyException when the environment names an engine that cannot be
     */
    public static DockerEngine fromEnvironment() {
        DockerClientConfig config = config();
        return new DockerEngine(
                DockerClientImpl.getInstance(config, Transport.of(config)),
                config.getDockerHost().toString());
    }

    private static DockerClientConfig config() {
        try {
            return DefaultDockerClientConfig.createDefaultConfigBuilder().build();
        } catch (RuntimeException e) {
            throw new EnvironmentNotReadyException(
                    Problem.at("DOCKER_HOST", "cannot be used: " + e.getMessage())
                            .hint("for example unix:///var/run/docker.sock or tcp://127.0.0.1:2375; or unset it"),
                    e);
        }
    }

    @Override
    public EngineFacts facts() {
        Version version = calls.call(() -> client.versionCmd().exec());
        Info info = calls.call(() -> client.infoCmd().exec());
        Optional<Path> dataRoot = Optional.ofNullable(info.getDockerRootDir())
                .map(Path::of)
                .filter(path -> address.startsWith("unix:") && Files.isDirectory(path));
        return new EngineFacts(
                version.getVersion(),
                version.getApiVersion(),
                address,
                Translate.rootUser(info.getSecurityOptions()),
                dataRoot);
    }

    @Override
    public List<ObservedContainer> containers(Map<String, String> labels) {
        return calls
                .call(() -> client.listContainersCmd()
                        .withShowAll(true)
                        .withFilter("label", filter(labels))
                        .exec())
                .stream()
                .map(Translate::container)
                .toList();
    }

    @Override
    public List<ObservedNetwork> networks(Map<String, String> labels) {
        return networks.withLabels(filter(labels));
    }

    @Override
    public List<ObservedVolume> volumes(Map<String, String> labels) {
        return Stream.ofNullable(calls.call(() -> client.listVolumesCmd()
                        .withFilter("label", filter(labels))
                        .exec()
                        .getVolumes()))
                .flatMap(List::stream)
                .map(found -> new ObservedVolume(found.getName(), Translate.orEmpty(found.getLabels())))
                .toList();
    }

    @Override
    public List<ObservedImage> images(Map<String, String> labels) {
        return calls
                .call(() -> client.listImagesCmd()
                        .withFilter("label", filter(labels))
                        .exec())
                .stream()
                .map(Translate::image)
                .toList();
    }

    @Override
    public List<String> subnets() {
        return networks.subnets();
    }

    @Override
    public boolean hasImage(String reference) {
        return calls.call(() -> {
            try {
                client.inspectImageCmd(reference).exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        });
    }

    @Override
    public boolean pull(String reference, Duration limit) {
        try {
            return client.pullImageCmd(reference)
                            .exec(new ResultCallback.Adapter<PullResponseItem>())
                            .awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS)
                    && hasImage(reference);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            if (calls.translated(e) instanceof EngineException) {
                return false;
            }
            throw calls.translated(e);
        }
    }

    @Override
    public void build(
            Path context,
            String tag,
            Map<String, String> buildArgs,
            Map<String, String> labels,
            Consumer<String> sink) {
        BuildImageCmd command = client.buildImageCmd(context.toFile());
        buildArgs.forEach(command::withBuildArg);
        streams.build(command.withTags(Set.of(tag)).withLabels(labels), sink);
    }

    @Override
    public void build(InputStream contextTar, String tag, Map<String, String> labels, Consumer<String> sink) {
        streams.build(client.buildImageCmd(contextTar).withTags(Set.of(tag)).withLabels(labels), sink);
    }

    @Override
    public void removeImage(String idOrReference) {
        calls.settle(() -> client.removeImageCmd(idOrReference).withForce(true).exec());
    }

    @Override
    public void createNetwork(NetworkSpec network) {
        networks.create(network);
    }

    @Override
    public void removeNetwork(String name) {
        networks.remove(name);
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        calls.run(
                () -> client.createVolumeCmd().withName(name).withLabels(labels).exec());
    }

    @Override
    public void removeVolume(String name) {
        calls.settle(() -> client.removeVolumeCmd(name).exec());
    }

    @Override
    public String create(ContainerSpec spec) {
        List<String> security = new ArrayList<>(List.of("no-new-privileges:true"));
        spec.seccomp().ifPresent(profile -> security.add("seccomp=" + profile));
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(spec.network())
                .withBinds(binds(spec))
                .withPortBindings(spec.ports().entrySet().stream()
                        .map(port -> new PortBinding(
                                Ports.Binding.bindIpAndPort(spec.bindAddress(), port.getValue()),
                                ExposedPort.tcp(port.getKey())))
                        .toList())
                .withExtraHosts(spec.hosts().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .toArray(String[]::new))
                // A name without a dot is never asked of an outside resolver: a dead container's name must fail at
                // once.
                .withDnsOptions(List.of("ndots:0"))
                .withCapDrop(Capability.ALL)
                .withCapAdd(
                        spec.capabilities().stream().map(Capability::valueOf).toArray(Capability[]::new))
                .withSecurityOpts(security);
        CreateContainerCmd command = client.createContainerCmd(spec.image())
                .withName(spec.name())
                .withHostName(spec.hostName())
                .withEnv(spec.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withHostConfig(host)
                .withIpv4Address(spec.address())
                .withAliases(spec.hostName())
                .withExposedPorts(
                        spec.ports().keySet().stream().map(ExposedPort::tcp).toList())
                .withLabels(spec.labels())
                .withStopTimeout(spec.stopGraceSeconds());
        if (!spec.command().isEmpty()) {
            command.withCmd(spec.command());
        }
        return calls.call(() -> command.exec().getId());
    }

    private static List<Bind> binds(ContainerSpec spec) {
        return Stream.concat(
                        spec.binds().entrySet().stream()
                                .map(bind -> new Bind(bind.getKey(), new Volume(bind.getValue()), AccessMode.ro)),
                        spec.volumes().entrySet().stream()
                                .map(volume -> new Bind(volume.getKey(), new Volume(volume.getValue()))))
                .toList();
    }

    @Override
    public void startHelper(HelperSpec helper) {
        try {
            helpers.create(helper);
        } catch (TakenMeanwhileException e) {
            // It is there: it only has to run.
        }
        start(helper.name());
    }

    @Override
    public void start(String container) {
        calls.call(() -> {
            try {
                client.startContainerCmd(container).exec();
            } catch (com.github.dockerjava.api.exception.NotModifiedException e) {
                return null;
            }
            return null;
        });
    }

    @Override
    public void stop(String container, int graceSeconds) {
        // Without a time the library asks for ten seconds, whatever the container was made with.
        calls.settle(() ->
                client.stopContainerCmd(container).withTimeout(graceSeconds).exec());
    }

    @Override
    public void kill(String container) {
        calls.run(() -> client.killContainerCmd(container).exec());
    }

    @Override
    public void signal(String container, String signal) {
        calls.run(() -> client.killContainerCmd(container).withSignal(signal).exec());
    }

    @Override
    public void pause(String container) {
        calls.run(() -> client.pauseContainerCmd(container).exec());
    }

    @Override
    public void unpause(String container) {
        calls.run(() -> client.unpauseContainerCmd(container).exec());
    }

    @Override
    public void disconnect(NetworkPlace place) {
        networks.disconnect(place);
    }

    @Override
    public void connect(NetworkPlace place) {
        networks.connect(place);
    }

    @Override
    public boolean isConnected(NetworkPlace place) {
        return networks.isConnected(place);
    }

    @Override
    public void remove(String container) {
        calls.settle(() -> client.removeContainerCmd(container)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }

    @Override
    public Optional<ObservedContainer> inspect(String container) {
        return calls
                .call(() -> client.listContainersCmd()
                        .withShowAll(true)
                        .withNameFilter(List.of("^/" + container + "$"))
                        .exec())
                .stream()
                .map(Translate::container)
                .findFirst();
    }

    @Override
    public Listening listen(Map<String, String> labels, Consumer<ContainerEvent> sink) {
        Map<String, String> names =
                containers(labels).stream().collect(Collectors.toMap(ObservedContainer::id, ObservedContainer::name));
        return calls.call(() -> Events.begin(client, names, sink));
    }

    @Override
    public void logs(String container, LogSpec spec, Consumer<String> sink) {
        streams.logs(container, spec, sink);
    }

    @Override
    public int exec(String container, ExecSpec spec) {
        return streams.exec(container, spec);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            // Nothing is left to do with a client that does not close.
        }
    }

    private static List<String> filter(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue())
                .toList();
    }
}
