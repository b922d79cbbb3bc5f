package io.hcdc.core.run;

import io.hcdc.api.Access;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.TrustFile;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** How one component's driver reaches a stack: at the ports it publishes on this machine. */
final class LocalAccess implements Access {
    private final Stack stack;
    private final String component;
    private final Home home;

    LocalAccess(Stack stack, String component, Home home) {
        this.stack = stack;
        this.component = component;
        this.home = home;
    }

    @Override
    public InetSocketAddress reach(String node, Port port) {
        return new InetSocketAddress(stack.hostAddress(), port.host());
    }

    @Override
    public Optional<InetSocketAddress> front(String endpoint) {
        return stack.fronts().stream()
                .filter(front -> front.name().equals(component + "." + endpoint))
                .map(front -> reach(front.node(), front.port()))
                .findFirst();
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
    public Path trust(TrustFile file) {
        return home.path(TrustStore.path(file));
    }
}
