package io.hcdc.core.run;

import io.hcdc.api.Access;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.TrustFile;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.home.Home;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Reaches a stack's nodes at the ports it publishes on this machine. */
public final class LocalAccess implements Access {
    private final String host;
    private final Home home;

    public LocalAccess(String bindAddress, Home home) {
        this.host = bindAddress.equals("0.0.0.0") ? "127.0.0.1" : bindAddress;
        this.home = home;
    }

    @Override
    public InetSocketAddress reach(String node, Port port) {
        return new InetSocketAddress(host, port.host());
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
