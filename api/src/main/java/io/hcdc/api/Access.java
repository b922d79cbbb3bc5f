package io.hcdc.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** How this program, outside the stack's network, reaches the running nodes. */
public interface Access {

    /** Where a node's published port is reached from here. */
    InetSocketAddress reach(String node, Port port);

    /**
     * Where a port is reached at a virtual address, whoever owns that now; empty where this machine is not in the stack's
     * network, as when the engine runs in a virtual machine: then only published ports are reached from here.
     *
     * @param port the port inside the containers
     */
    Optional<InetSocketAddress> virtual(String name, int port);

    /** Where the front of an endpoint of this component is reached from here; empty when the stack has none. */
    Optional<InetSocketAddress> front(String endpoint);

    /** A secret of the stack. */
    String secret(String name);

    /**
     * TLS that trusts what the stack's trust store says and nothing else. Names are not compared: a user's own certificate
     * carries the name of their site, not the address at which the stack is tried out.
     *
     * @throws IOException when the trust store cannot be read
     */
    SSLContext tls() throws IOException;
}
