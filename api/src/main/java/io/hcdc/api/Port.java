package io.hcdc.api;

/**
 * A published TCP port.
 *
 * @param container the port listened on inside the container
 * @param host the port on the host's side; the address it is bound to is the stack's
 */
public record Port(int container, int host) {

    /** The same number inside and outside, for servers that announce their own address. */
    public static Port same(int port) {
        return new Port(port, port);
    }
}
