package io.hcdc.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine holds of ours. The engine's labels are the only truth about what runs. */
public record Observed(
        List<ObservedContainer> containers,
        List<ObservedNetwork> networks,
        List<ObservedVolume> volumes,
        List<ObservedImage> images) {

    public static final Observed NOTHING = new Observed(List.of(), List.of(), List.of(), List.of());

    /** What carries the labels, but for images: stacks share those, and they are found by labels of their own. */
    public static Observed of(Engine engine, Map<String, String> labels) {
        return new Observed(engine.containers(labels), engine.networks(labels), engine.volumes(labels), List.of());
    }

    public Observed withImages(List<ObservedImage> newImages) {
        return new Observed(containers, networks, volumes, newImages);
    }

    public Observed withContainers(List<ObservedContainer> newContainers) {
        return new Observed(newContainers, networks, volumes, images);
    }

    public Optional<ObservedContainer> container(String name) {
        return containers.stream().filter(found -> found.name().equals(name)).findFirst();
    }

    public Optional<ObservedNetwork> network(String name) {
        return networks.stream().filter(found -> found.name().equals(name)).findFirst();
    }

    public boolean hasVolume(String name) {
        return volumes.stream().anyMatch(found -> found.name().equals(name));
    }

    public boolean isEmpty() {
        return containers.isEmpty() && networks.isEmpty() && volumes.isEmpty() && images.isEmpty();
    }

    public record ObservedNetwork(String name, String subnet, Map<String, String> labels) {}

    public record ObservedVolume(String name, Map<String, String> labels) {}

    /** @param size in bytes, layers shared with other images included */
    public record ObservedImage(String id, List<String> references, long size, Map<String, String> labels) {}
}
