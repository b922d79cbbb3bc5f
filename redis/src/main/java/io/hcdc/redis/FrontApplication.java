package io.hcdc.redis;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * An application that knows one address and nothing of Sentinel. Each command has a connection of its own, so that
 * it goes wherever the address leads at that moment: one that is kept would hide that it leads to an old master.
 */
final class FrontApplication implements Application {
    /** A data node announces its name. */
    private static final String NAME = "replica-announce-ip";

    private final InetSocketAddress front;
    private final String password;
    private final long timeoutNanos;

    /** @param timeout of a command, from connecting to its answer */
    FrontApplication(Nodes nodes, InetSocketAddress front, Duration timeout) {
        this.front = front;
        this.password = nodes.access().secret(Layout.PASSWORD);
        this.timeoutNanos = timeout.toNanos();
    }

    @Override
    public Answer send(String... command) {
        long deadline = System.nanoTime() + timeoutNanos;
        try (Link link = Link.open(front, password, millisUntil(deadline))) {
            link.limit(millisUntil(deadline));
            String node = Replies.map(link.ask("CONFIG", "GET", NAME)).getOrDefault(NAME, "");
            return send(command, link, node, deadline);
        } catch (JedisException e) {
            return Answer.none(Failure.beforeSending("", e));
        }
    }

    private static Answer send(String[] command, Link link, String node, long deadline) {
        try {
            link.limit(millisUntil(deadline));
            return Answer.of(node, link.ask(command));
        } catch (JedisException e) {
            return Answer.none(Failure.afterSending(node, e));
        }
    }

    @Override
    public void close() {
        // Every command has closed its connection.
    }

    private static int millisUntil(long deadline) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }
}
