package io.hcdc.core.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.api.Component;
import io.hcdc.api.Front;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.ConfigBinder;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.spec.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Resolves a spec to a stack: settings become typed, ports are shifted, every node gets its address. Pure. */
public final class StackResolver {
    /** What Docker, compose v1 (which strips other characters from a project's name) and host names all accept. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** The first address is the gateway's. */
    private static final int FIRST_VIRTUAL_ADDRESS = 2;

    /** Nodes start here, so that their addresses stay when one that moves is added. */
    private static final int FIRST_ADDRESS = 11;

    private final Components components;
    private final ConfigBinder binder = new ConfigBinder();

    public StackResolver(Components components) {
        this.components = components;
    }

    /**
     * Resolves.
     *
     * @param freeSubnet the subnet to use when the spec names none
     * @throws InvalidInputException with every problem found
     */
    public Stack resolve(String name, StackSpec spec, String freeSubnet) {
        List<Problem> problems = new ArrayList<>(spec.problems());
        checkStack(name, spec, problems);
        List<Part<?>> parts = new ArrayList<>();
        spec.components()
                .forEach(
                        (type, settings) -> part(components.find(type).orElseThrow(), settings, spec, parts, problems));
        String subnet = spec.subnet().orElse(freeSubnet);
        List<Node> nodes = place(name, parts, subnet, problems);
        if (problems.isEmpty()) {
            checkPorts(nodes, problems);
            checkFronts(parts, problems);
        }
        InvalidInputException.throwIfAny(problems);
        return new Stack(
                name,
                spec.source(),
                spec.description(),
                spec.bind(),
                spec.portOffset(),
                spec.clocks(),
                subnet,
                parts,
                nodes,
                virtualAddresses(parts, subnet));
    }

    /** What keeps a name from being a stack's; it names a folder, too. */
    public static Optional<Problem> checkName(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Problem.at("name", "'" + name + "' cannot name a stack")
                        .hint("use up to 40 of a-z, 0-9 and -, beginning with a letter or digit"));
    }

    private static void checkStack(String name, StackSpec spec, List<Problem> problems) {
        checkName(name).ifPresent(problems::add);
        if (Subnet.parse(spec.bind() + "/32").isEmpty()) {
            problems.add(Problem.at("bind", "'" + spec.bind() + "' is not an IPv4 address")
                    .hint("127.0.0.1 keeps the stack to this machine, 0.0.0.0 opens it to everybody"));
        }
        if (spec.portOffset() < 0 || spec.portOffset() > 60_000) {
            problems.add(Problem.at("port-offset", "must be between 0 and 60000, got " + spec.portOffset()));
        }
    }

    private <C extends Record> void part(
            Component<C> component, JsonNode settings, StackSpec spec, List<Part<?>> parts, List<Problem> problems) {
        int before = problems.size();
        C config = binder.bind(component, settings, problems);
        problems.addAll(Part.check(component, config));
        if (problems.size() == before) {
            parts.add(Part.of(component, config, wellKnown -> wellKnown + spec.portOffset()));
        }
    }

    private static List<Node> place(String stack, List<Part<?>> parts, String cidr, List<Problem> problems) {
        Subnet subnet = Subnet.parse(cidr).orElse(null);
        int count = parts.stream()
                .mapToInt(part -> part.blueprint().services().size())
                .sum();
        // An address of a host in a subnet is a mistake that only the engine would notice.
        if (subnet == null || !subnet.toString().equals(cidr)) {
            problems.add(Problem.at("subnet", "'" + cidr + "' is not a subnet").hint("for example 10.77.64.0/24"));
            return List.of();
        }
        if (subnet.room() < FIRST_ADDRESS + count) {
            problems.add(Problem.at("subnet", cidr + " has no room for " + count + " nodes")
                    .hint("use a /24"));
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        for (Part<?> part : parts) {
            for (Service service : part.blueprint().services()) {
                String address = subnet.address(FIRST_ADDRESS + nodes.size());
                nodes.add(new Node(service, part.type(), stack + "-" + service.node(), address));
            }
        }
        return nodes;
    }

    private static Map<String, String> virtualAddresses(List<Part<?>> parts, String cidr) {
        Subnet subnet = Subnet.parse(cidr).orElseThrow();
        Map<String, String> addresses = new LinkedHashMap<>();
        parts.stream()
                .flatMap(part -> part.blueprint().virtualAddresses().stream())
                .forEach(address ->
                        addresses.put(address.name(), subnet.address(FIRST_VIRTUAL_ADDRESS + addresses.size())));
        return addresses;
    }

    private static void checkFronts(List<Part<?>> parts, List<Problem> problems) {
        List<String> offers = parts.stream()
                .flatMap(part -> part.offers().stream())
                .map(Offer::name)
                .toList();
        Set<String> reported = new HashSet<>();
        for (Part<?> part : parts) {
            for (Front front : part.fronts()) {
                if (!offers.contains(front.endpoint()) && reported.add(part.type() + "." + front.setting())) {
                    problems.add(Problem.at(front.setting(), "nothing here offers '" + front.endpoint() + "'")
                            .hint(Nearest.hint(front.endpoint(), offers))
                            .under(part.type()));
                }
            }
        }
    }

    private static void checkPorts(List<Node> nodes, List<Problem> problems) {
        Map<Integer, String> owners = new HashMap<>();
        for (Node node : nodes) {
            for (Port port : node.service().ports()) {
                if (port.host() < 1 || port.host() > 65_535) {
                    problems.add(Problem.at(node.name(), "port " + port.host() + " does not exist")
                            .hint("choose a smaller port or port offset"));
                }
                String other = owners.putIfAbsent(port.host(), node.name());
                if (other != null) {
                    problems.add(Problem.at(node.name(), "port " + port.host() + " is already " + other + "'s"));
                }
            }
        }
    }
}
