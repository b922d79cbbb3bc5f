package io.hcdc.core.stack;

import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.VirtualAddress;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.spec.Clocks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resolved stack.
 *
 * @param name the compose project, and the prefix of every container
 * @param source the catalogue's name or the file it was loaded from
 * @param bind the host address on which ports are published
 * @param portOffset added to every well-known port
 * @param clocks whose time its nodes tell
 * @param subnet of its network, as CIDR
 * @param parts its components
 * @param nodes its containers, in the order in which they are listed everywhere
 * @param virtual the addresses that move among nodes, by name
 */
public record Stack(
        String name,
        String source,
        String description,
        String bind,
        int portOffset,
        Clocks clocks,
        String subnet,
        List<Part<?>> parts,
        List<Node> nodes,
        Map<String, String> virtual) {
    public Stack {
        parts = List.copyOf(parts);
        nodes = List.copyOf(nodes);
        virtual = Collections.unmodifiableMap(new LinkedHashMap<>(virtual));
    }

    public String network() {
        return name;
    }

    /** Where its ports are reached from this machine. */
    public String hostAddress() {
        return bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
    }

    /** The engine's name of a volume: two stacks never share one. */
    public String volume(String volume) {
        return name + "-" + volume;
    }

    /** The volumes its services mount, by the names the services give them; services may share one. */
    public List<String> volumes() {
        return nodes.stream()
                .flatMap(node -> node.service().mounts().stream())
                .filter(Mount.Volume.class::isInstance)
                .map(mount -> ((Mount.Volume) mount).volume())
                .distinct()
                .toList();
    }

    public Optional<Node> node(String node) {
        return nodes.stream().filter(candidate -> candidate.name().equals(node)).findFirst();
    }

    /** Where a node's container belongs on the stack's network. */
    public NetworkPlace place(Node node) {
        return new NetworkPlace(node.container(), network(), node.address(), node.name());
    }

    public List<String> nodeNames() {
        return nodes.stream().map(Node::name).toList();
    }

    /** Every name of the network → address: nodes in their order, then what moves among them. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        nodes.forEach(node -> addresses.put(node.name(), node.address()));
        addresses.putAll(virtual);
        return addresses;
    }

    /** The virtual address a node may own. */
    public Optional<VirtualAddress> virtualAddressOf(String node) {
        return parts.stream()
                .flatMap(part -> part.blueprint().virtualAddresses().stream())
                .filter(address -> address.nodes().contains(node))
                .findFirst();
    }

    /** What applications connect to, by {@code component.endpoint}. */
    public Map<String, Offer> offers() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        parts.forEach(part -> part.offers().forEach(offer -> offers.put(offer.name(), offer)));
        return offers;
    }

    /** The fronts as endpoints, each named after what it fronts. */
    public List<Endpoint> fronts() {
        Map<String, Offer> offers = offers();
        return parts.stream()
                .flatMap(part -> part.fronts().stream())
                .map(front -> offers.get(front.endpoint()).behind(front))
                .toList();
    }

    /** The images its services run, by name; components may share one. */
    public Map<String, ImageSpec> images() {
        Map<String, ImageSpec> images = new LinkedHashMap<>();
        parts.forEach(part -> part.blueprint().images().forEach(image -> images.put(image.name(), image)));
        return images;
    }
}
