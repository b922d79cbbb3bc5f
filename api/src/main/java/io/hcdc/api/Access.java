package io.hcdc.api;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** How this program, outside the stack's network, reaches the running nodes. */
public interface Access {

    /** Where a node's published port is reached from here. */
    InetSocketAddress reach(String node, Port port);

    /** A secret of the stack. */
    String secret(String name);

    /** A file of the stack's trust store. */
    Path trust(TrustFile file);
}
