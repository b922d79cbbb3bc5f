package io.hcdc.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets with a time limit in milliseconds for connecting and for each answer while logging in: the driver's own limits
 * are whole seconds. Public because the driver makes one by its name.
 */
public final class BoundedSockets extends SocketFactory {
    private final int millis;

    /** The limit as text: all that the driver can pass on. */
    public BoundedSockets(String millis) {
        this.millis = Integer.parseInt(millis);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int ignored) throws IOException {
                // Closing cuts: nothing more is to reach a server that was left.
                setSoLinger(true, 0);
                setSoTimeout(millis);
                super.connect(endpoint, millis);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, null, 0);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        Socket socket = createSocket();
        socket.bind(new java.net.InetSocketAddress(localAddress, localPort));
        socket.connect(new java.net.InetSocketAddress(address, port), millis);
        return socket;
    }
}
