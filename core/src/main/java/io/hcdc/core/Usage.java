package io.hcdc.core;

import io.hcdc.api.Endpoint;
import io.hcdc.core.home.Home;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Offer;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.trust.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says how a stack is used, without asking anybody. */
final class Usage {
    /** Characters that mean nothing in a URI. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]+");

    private final Stack stack;
    private final Home home;

    Usage(Stack stack, Home home) {
        this.stack = stack;
        this.home = home;
    }

    StackInfo info() {
        return new StackInfo(
                stack.name(),
                stack.source(),
                home.folder().toString(),
                stack.subnet(),
                endpoints().stream().map(this::access).toList(),
                virtual(),
                together(),
                roles(),
                hosts());
    }

    /** A virtual address is reached as what it is: the host's own ports stay where they are when it moves. */
    private List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        stack.nodeNames().forEach(node -> hosts.add(stack.hostAddress() + " " + node));
        stack.virtual().forEach((name, address) -> hosts.add(address + " " + name));
        return hosts;
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        stack.parts().forEach(part -> endpoints.addAll(part.blueprint().endpoints()));
        endpoints.addAll(stack.fronts());
        return endpoints;
    }

    private StackInfo.Access access(Endpoint endpoint) {
        return new StackInfo.Access(
                endpoint.name(),
                endpoint.node(),
                uri(endpoint, inside(endpoint)),
                uri(endpoint, fromHost(endpoint)),
                endpoint.user(),
                endpoint.secret().map(name -> home.path(Secrets.file(name)).toString()),
                endpoint.secret().flatMap(name -> home.read(Secrets.file(name))).map(String::strip));
    }

    private List<StackInfo.AtAddress> virtual() {
        return endpoints().stream()
                .flatMap(endpoint -> stack.virtualAddressOf(endpoint.node()).stream()
                        .map(address -> new StackInfo.AtAddress(
                                endpoint.name(),
                                uri(
                                        endpoint,
                                        address.name() + ":" + endpoint.port().container()),
                                uri(
                                        endpoint,
                                        stack.virtual().get(address.name()) + ":"
                                                + endpoint.port().container()))))
                .distinct()
                .toList();
    }

    private List<StackInfo.Together> together() {
        List<StackInfo.Together> together = new ArrayList<>();
        for (Offer offer : stack.offers().values()) {
            if (offer.endpoints().size() > 1) {
                for (String uri : offer.common().together()) {
                    together.add(new StackInfo.Together(
                            offer.name(), uris(uri, offer, Usage::inside), uris(uri, offer, this::fromHost)));
                }
            }
        }
        return together;
    }

    private static String uris(String uri, Offer offer, Function<Endpoint, String> view) {
        return uri.replace("{hosts}", offer.endpoints().stream().map(view).collect(Collectors.joining(",")));
    }

    private static String inside(Endpoint endpoint) {
        return endpoint.node() + ":" + endpoint.port().container();
    }

    private String fromHost(Endpoint endpoint) {
        return stack.hostAddress() + ":" + endpoint.port().host();
    }

    /** A user's name is part of it where it can be; an LDAP name, say, cannot, and LDAP's URIs have no place for it. */
    static String uri(Endpoint endpoint, String authority) {
        String user = endpoint.user()
                .filter(name -> PLAIN.matcher(name).matches())
                .map(name -> name + "@")
                .orElse("");
        return endpoint.scheme() + "://" + user + authority + endpoint.path();
    }

    private List<String> roles() {
        try (RunningStack running = new RunningStack(stack, home)) {
            return running.drillables().stream()
                    .flatMap(servers -> servers.roles().stream())
                    .toList();
        }
    }
}
