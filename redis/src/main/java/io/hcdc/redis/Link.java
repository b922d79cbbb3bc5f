package io.hcdc.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * One connection to a server. Jedis' bare connection: its {@code Jedis} class, pools and command objects would load
 * hundreds of classes that a short look at the servers has no use for.
 */
final class Link implements AutoCloseable {
    private final Connection connection;
    private volatile boolean closed;

    private Link(Connection connection) {
        this.connection = connection;
    }

    /** Connects and logs in, within the given time altogether. */
    static Link open(InetSocketAddress server, String password, int millis) {
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .password(password)
                // No greeting beyond AUTH: the rest would only cost round trips.
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
        return new Link(new Connection(() -> connect(server, millis), config));
    }

    private static Socket connect(InetSocketAddress server, int millis) {
        long start = System.nanoTime();
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            // Closing cuts: nothing more is to reach a server that was left.
            socket.setSoLinger(true, 0);
            socket.connect(server, Math.max(1, millis));
            int spent = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            socket.setSoTimeout(Math.max(1, millis - spent));
            return socket;
        } catch (IOException e) {
            try {
                socket.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw new JedisConnectionException(e);
        }
    }

    /** How long an answer may take from now on; 0 is for ever. */
    void limit(int millis) {
        connection.setSoTimeout(millis);
    }

    /** One command, its answer. Bulk strings are byte arrays, numbers longs, lists lists. */
    Object ask(String... command) {
        send(command);
        return connection.getOne();
    }

    /** Several commands in one round trip, their answers in order. */
    List<Object> askAll(List<String[]> commands) {
        commands.forEach(this::send);
        List<Object> answers = new ArrayList<>();
        commands.forEach(command -> answers.add(connection.getOne()));
        return answers;
    }

    /** What the server says next without being asked. */
    Object receive() {
        return connection.getOne();
    }

    private void send(String... command) {
        if (closed) {
            // Jedis would silently connect again, to a server this link was cut from on purpose.
            throw new JedisConnectionException("closed");
        }
        byte[][] arguments = new byte[command.length - 1][];
        for (int i = 1; i < command.length; i++) {
            arguments[i - 1] = bytes(command[i]);
        }
        connection.sendCommand(new Word(bytes(command[0])), arguments);
    }

    boolean isClosed() {
        return closed;
    }

    /** Cuts the connection at once; whoever waits for an answer on it fails. */
    @Override
    public void close() {
        closed = true;
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Word(byte[] raw) implements ProtocolCommand {
        @Override
        public byte[] getRaw() {
            return raw;
        }
    }
}
