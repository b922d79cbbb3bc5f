package io.hcdc.core.run;

import io.hcdc.api.Access;
import io.hcdc.api.Endpoint;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.TrustFile;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.Subnet;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import io.hcdc.core.trust.TrustedTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** How one component's driver reaches a stack: at the ports it publishes on this machine. */
final class LocalAccess implements Access {
    private final Stack stack;
    private final String component;
    private final Home home;
    private final Supplier<List<String>> localSubnets;
    private volatile boolean seenInNetwork;

    /** @param localSubnets the networks this machine is in, see {@link LocalNetworks#subnets} */
    LocalAccess(Stack stack, String component, Home home, Supplier<List<String>> localSubnets) {
        this.stack = stack;
        this.component = component;
        this.home = home;
        this.localSubnets = localSubnets;
    }

    @Override
    public InetSocketAddress reach(String node, Port port) {
        return new InetSocketAddress(stack.hostAddress(), port.host());
    }

    @Override
    public Optional<InetSocketAddress> virtual(String name, int port) {
        return Optional.ofNullable(stack.virtual().get(name))
                .filter(address -> inNetwork())
                .map(address -> new InetSocketAddress(address, port));
    }

    @Override
    public Optional<InetSocketAddress> front(String endpoint) {
        return stack.fronts().stream()
                .filter(front -> front.name().equals(component + "." + endpoint))
                .map(this::reach)
                .findFirst();
    }

    /**
     * Where the engine runs on this very machine, the host is the network's gateway. Not looked for again once it was seen:
     * drills ask fifty times a second, and each look goes through every card of the host.
     */
    private boolean inNetwork() {
        seenInNetwork = seenInNetwork || isGateway();
        return seenInNetwork;
    }

    private boolean isGateway() {
        return Subnet.parse(stack.subnet())
                .map(subnet -> subnet.gateway() + "/" + subnet.prefix())
                .filter(gateway -> localSubnets.get().contains(gateway))
                .isPresent();
    }

    private InetSocketAddress reach(Endpoint front) {
        return stack.virtualAddressOf(front.node())
                .flatMap(address -> virtual(address.name(), front.port().container()))
                .orElseGet(() -> reach(front.node(), front.port()));
    }

    @Override
    public String secret(String name) {
        return home.read(Secrets.file(name))
                .map(String::strip)
                .orElseThrow(() -> new EnvironmentNotReadyException(
                        Problem.at(home.path(Secrets.file(name)).toString(), "the secret is missing")
                                .hint("'hcdc init' makes a new one")));
    }

    @Override
    public SSLContext tls() throws IOException {
        return TrustedTls.by(home.path(TrustStore.path(TrustFile.AUTHORITY)));
    }
}
