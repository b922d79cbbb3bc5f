package io.hcdc.api;

import java.util.List;
import java.util.Optional;

/**
 * Something an application connects to. How it is reached differs by view: {@code node:port.container} inside the
 * stack's network, {@code bind-address:port.host} from the host. Endpoints of one name are served by several nodes, and
 * differ in node and port alone.
 *
 * @param name what it is to the application, e.g. {@code sentinel}
 * @param node the node that serves it
 * @param port its port
 * @param scheme the URI scheme, e.g. {@code redis}, {@code https}
 * @param user the user to log in as; empty where there is none
 * @param secret the name of the secret to log in with; empty where there is none
 * @param path what follows the authority in the URI, e.g. {@code /app}; may be empty
 * @param together the URIs of clients that know all the nodes at once, {@code {hosts}} standing for
 *     {@code host:port,host:port}; none where no client can
 */
public record Endpoint(
        String name,
        String node,
        Port port,
        String scheme,
        Optional<String> user,
        Optional<String> secret,
        String path,
        List<String> together) {
    public Endpoint {
        together = List.copyOf(together);
    }

    public static Endpoint of(String name, String node, Port port, String scheme) {
        return new Endpoint(name, node, port, scheme, Optional.empty(), Optional.empty(), "", List.of());
    }

    public Endpoint login(String newUser, String secretName) {
        return new Endpoint(name, node, port, scheme, Optional.of(newUser), Optional.of(secretName), path, together);
    }

    public Endpoint path(String newPath) {
        return new Endpoint(name, node, port, scheme, user, secret, newPath, together);
    }

    public Endpoint together(String... uris) {
        return new Endpoint(name, node, port, scheme, user, secret, path, List.of(uris));
    }
}
