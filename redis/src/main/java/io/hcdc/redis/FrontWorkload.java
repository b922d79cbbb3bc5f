package io.hcdc.redis;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Writes as an application that knows one address and nothing of Sentinel. Each write has a connection of its own, so that
 * it goes wherever the address leads at that moment: one that is kept would hide that it leads to an old master.
 */
final class FrontWorkload implements Workload, Ledger {
    /** A data node announces its name. */
    private static final String NAME = "replica-announce-ip";

    private final InetSocketAddress front;
    private final String password;
    private final Books books;
    private final long timeoutNanos;

    FrontWorkload(Nodes nodes, InetSocketAddress front, WorkloadSpec spec) {
        this.front = front;
        this.password = nodes.access().secret(Layout.PASSWORD);
        this.books = new Books(nodes, spec.id());
        this.timeoutNanos = spec.timeout().toNanos();
    }

    @Override
    public Outcome attempt(int number) {
        long deadline = System.nanoTime() + timeoutNanos;
        try (Link link = Link.open(front, password, millisUntil(deadline))) {
            link.limit(millisUntil(deadline));
            String node = Replies.map(link.ask("CONFIG", "GET", NAME)).getOrDefault(NAME, "");
            return write(number, link, node, deadline);
        } catch (JedisException e) {
            return Failure.beforeSending("", e);
        }
    }

    private Outcome write(int number, Link link, String node, long deadline) {
        try {
            link.limit(millisUntil(deadline));
            link.ask(books.entry(number));
            return Outcome.ok(node);
        } catch (JedisException e) {
            return Failure.afterSending(node, e);
        }
    }

    @Override
    public Map<String, BitSet> read() {
        return books.read();
    }

    @Override
    public void erase() {
        books.erase();
    }

    @Override
    public void close() {
        // Every write has closed its connection.
    }

    private static int millisUntil(long deadline) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }
}
