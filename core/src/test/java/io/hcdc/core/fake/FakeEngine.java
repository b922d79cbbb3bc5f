package io.hcdc.core.fake;

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
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.engine.TakenMeanwhileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** An engine in memory. It does what it is told, at once, and remembers the calls that changed something. */
public final class FakeEngine implements Engine {
    private final List<String> calls = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> refusedOnce = new HashSet<>();
    private final Map<String, Duration> slow = new LinkedHashMap<>();
    private final Map<String, ObservedContainer> containers = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private String execOutput = "";
    private int execExit;
    private Consumer<ContainerEvent> listener = event -> {};
    private Consumer<String> onSignal = container -> {};
    private final Set<String> isolated = new HashSet<>();
    private final Map<String, ObservedNetwork> networks = new LinkedHashMap<>();
    private final Map<String, ObservedVolume> volumes = new LinkedHashMap<>();
    private final Map<String, ObservedImage> images = new LinkedHashMap<>();
    private int rivals;

    /** What was changed, e.g. {@code start hcdc-a1}, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** From now on the engine refuses this call. */
    public synchronized FakeEngine refuse(String call) {
        refused.add(call);
        return this;
    }

    /** The engine refuses this call the next time, and not again. */
    public synchronized FakeEngine refuseOnce(String call) {
        refusedOnce.add(call);
        return this;
    }

    public synchronized void allowAll() {
        refused.clear();
    }

    /** A container that is there without any call. */
    public synchronized FakeEngine with(ObservedContainer container) {
        containers.put(container.name(), container);
        return this;
    }

    public static ObservedContainer container(String name, State state, Map<String, String> labels) {
        return new ObservedContainer(name, name, "any", state, state.name(), List.of(), labels);
    }

    /** So many times somebody else takes the subnet at the last moment. */
    public synchronized FakeEngine withRivals(int times) {
        rivals = times;
        return this;
    }

    /** From now on this call takes so long. */
    public synchronized FakeEngine slow(String call, Duration time) {
        slow.put(call, time);
        return this;
    }

    private void called(String call) {
        calls.add(call);
        LockSupport.parkNanos(slow.getOrDefault(call, Duration.ZERO).toNanos());
        if (refused.contains(call) || refusedOnce.remove(call)) {
            throw new EngineException("refused to " + call, null);
        }
    }

    private void become(String container, State state) {
        ObservedContainer was = containers.get(container);
        if (was == null) {
            throw new EngineException("no such container: " + container, null);
        }
        containers.put(container, container(container, state, was.labels()));
        listener.accept(new ContainerEvent(container, state == State.RUNNING ? "start" : "die"));
    }

    @Override
    public synchronized Listening listen(Map<String, String> labels, Consumer<ContainerEvent> sink) {
        listener = sink;
        return () -> listener = event -> {};
    }

    @Override
    public synchronized void start(String container) {
        called("start " + container);
        become(container, State.RUNNING);
    }

    @Override
    public synchronized void stop(String container, int graceSeconds) {
        called("stop " + container);
        if (containers.containsKey(container)) {
            become(container, State.EXITED);
        }
    }

    @Override
    public synchronized void kill(String container) {
        called("kill " + container);
        become(container, State.EXITED);
    }

    @Override
    public synchronized void signal(String container, String signal) {
        called("signal " + container + " " + signal);
        onSignal.accept(container);
    }

    /** What a container's server does when it gets a signal. */
    public synchronized FakeEngine onSignal(Consumer<String> server) {
        onSignal = server;
        return this;
    }

    @Override
    public synchronized void pause(String container) {
        called("pause " + container);
        become(container, State.PAUSED);
    }

    @Override
    public synchronized void unpause(String container) {
        called("unpause " + container);
        become(container, State.RUNNING);
    }

    @Override
    public synchronized void disconnect(NetworkPlace place) {
        called("disconnect " + place.container() + " from " + place.network());
        isolated.add(place.container());
    }

    @Override
    public synchronized void connect(NetworkPlace place) {
        called("connect " + place.container() + " to " + place.network() + " as " + place.alias() + " at "
                + place.address());
        isolated.remove(place.container());
    }

    @Override
    public synchronized boolean isConnected(NetworkPlace place) {
        return containers.containsKey(place.container()) && !isolated.contains(place.container());
    }

    @Override
    public synchronized Optional<ObservedContainer> inspect(String container) {
        return Optional.ofNullable(containers.get(container));
    }

    @Override
    public EngineFacts facts() {
        return new EngineFacts("20.10.24", "1.41", "fake:", EngineFacts.RootUser.OF_THE_MACHINE, Optional.empty());
    }

    @Override
    public synchronized List<ObservedContainer> containers(Map<String, String> labels) {
        return containers.values().stream()
                .filter(found -> carries(found.labels(), labels))
                .toList();
    }

    @Override
    public synchronized List<ObservedNetwork> networks(Map<String, String> labels) {
        return networks.values().stream()
                .filter(found -> carries(found.labels(), labels))
                .toList();
    }

    @Override
    public synchronized List<ObservedVolume> volumes(Map<String, String> labels) {
        return volumes.values().stream()
                .filter(found -> carries(found.labels(), labels))
                .toList();
    }

    @Override
    public synchronized List<ObservedImage> images(Map<String, String> labels) {
        return images.values().stream()
                .filter(found -> carries(found.labels(), labels))
                .toList();
    }

    private static boolean carries(Map<String, String> labels, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(label -> label.getValue().isEmpty()
                        ? labels.containsKey(label.getKey())
                        : label.getValue().equals(labels.get(label.getKey())));
    }

    @Override
    public synchronized List<String> subnets() {
        return networks.values().stream().map(ObservedNetwork::subnet).toList();
    }

    @Override
    public synchronized boolean hasImage(String reference) {
        return references().contains(reference);
    }

    private Collection<String> references() {
        return images.values().stream()
                .flatMap(image -> image.references().stream())
                .toList();
    }

    @Override
    public synchronized boolean pull(String reference, Duration limit) {
        called("pull " + reference);
        return addImage(reference, Map.of());
    }

    private boolean addImage(String reference, Map<String, String> labels) {
        String id = "sha256:" + images.size();
        return images.put(id, new ObservedImage(id, List.of(reference), 1, labels)) == null;
    }

    @Override
    public synchronized void build(
            Path context, String tag, Map<String, String> args, Map<String, String> labels, Consumer<String> sink) {
        sink.accept("Step 1/1 : FROM " + args.get("BASE"));
        called("build " + tag);
        addImage(tag, labels);
    }

    @Override
    public synchronized void build(
            InputStream contextTar, String tag, Map<String, String> labels, Consumer<String> sink) {
        throw new UnsupportedOperationException("a base is always pulled here");
    }

    @Override
    public synchronized void removeImage(String idOrReference) {
        called("remove image " + idOrReference);
        images.remove(idOrReference);
    }

    @Override
    public synchronized void createNetwork(NetworkSpec network) {
        called("create network " + network.name());
        if (rivals > 0) {
            String rival = "rival" + rivals--;
            networks.put(rival, new ObservedNetwork(rival, network.subnet(), Map.of()));
            throw new TakenMeanwhileException("Pool overlaps with other one on this address space", null);
        }
        networks.put(network.name(), new ObservedNetwork(network.name(), network.subnet(), network.labels()));
    }

    @Override
    public synchronized void removeNetwork(String name) {
        called("remove network " + name);
        networks.remove(name);
    }

    @Override
    public synchronized void createVolume(String name, Map<String, String> labels) {
        called("create volume " + name);
        volumes.put(name, new ObservedVolume(name, labels));
    }

    @Override
    public synchronized void removeVolume(String name) {
        called("remove volume " + name);
        volumes.remove(name);
    }

    @Override
    public synchronized String create(ContainerSpec container) {
        called("create " + container.name());
        containers.put(container.name(), container(container.name(), State.CREATED, container.labels()));
        return container.name();
    }

    @Override
    public synchronized void remove(String container) {
        called("remove " + container);
        containers.remove(container);
    }

    @Override
    public void logs(String container, LogSpec spec, Consumer<String> sink) {
        sink.accept(container + " said this");
    }

    @Override
    public synchronized void startHelper(HelperSpec helper) {
        String command = helper.command().isEmpty() ? "" : ": " + String.join(" ", helper.command());
        called("help " + helper.container() + " by " + helper.name() + command);
        containers.put(helper.name(), container(helper.name(), State.RUNNING, helper.labels()));
    }

    /** What the next commands in containers say and end with. */
    public synchronized FakeEngine answering(String output, int exit) {
        execOutput = output;
        execExit = exit;
        return this;
    }

    /** What commands that begin so say and end with, whatever the others do. */
    public synchronized FakeEngine answering(String beginning, String output, int exit) {
        answers.put(beginning, new Answer(exit, output));
        return this;
    }

    @Override
    public synchronized int exec(String container, ExecSpec spec) {
        String command = String.join(" ", spec.command());
        called("exec " + container + " " + command);
        Answer answer = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Answer(execExit, execOutput));
        try {
            spec.out().write(answer.said().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.exit();
    }

    @Override
    public void close() {}
}
