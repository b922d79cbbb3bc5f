package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.exceptions.JedisException;

/** Writes as an application with a proper Sentinel client would: to whom the sentinels name, and to nobody else. */
final class RedisWorkload implements Workload {
    private final Nodes nodes;
    private final String key;
    private final long timeoutNanos;
    private final AtomicReference<LinkPool> pool = new AtomicReference<>();
    private final MasterWatch watch;

    RedisWorkload(Nodes nodes, WorkloadSpec spec) {
        this.nodes = nodes;
        this.key = "hcdc:drill:" + spec.id();
        this.timeoutNanos = spec.timeout().toNanos();
        this.watch = new MasterWatch(nodes, this::leave);
    }

    @Override
    public Outcome write(int number) {
        Outcome outcome = writeOnce(number, System.nanoTime() + timeoutNanos);
        if (outcome.kind() == Outcome.Kind.OK) {
            watch.trust();
        } else {
            watch.doubt();
        }
        return outcome;
    }

    private Outcome writeOnce(int number, long deadline) {
        LinkPool links = toMaster();
        if (links == null) {
            return Outcome.fail("", "no sentinel names a master");
        }
        String node = links.master().name();
        Link link = null;
        try {
            link = links.take(millisUntil(deadline));
            link.limit(millisUntil(deadline));
        } catch (JedisException e) {
            links.drop(link);
            return Failure.beforeSending(node, e);
        }
        try {
            link.ask("HSET", key, Integer.toString(number), Integer.toString(number));
            links.giveBack(link);
            return Outcome.ok(node);
        } catch (JedisException e) {
            if (Failure.refused(e)) {
                links.giveBack(link);
            } else {
                links.drop(link);
            }
            return Failure.afterSending(node, e);
        }
    }

    /** Connections to the master of now; null while none is known. */
    private LinkPool toMaster() {
        LinkPool links = pool.get();
        if (links != null) {
            return links;
        }
        Optional<RedisNode> master = watch.master();
        if (master.isEmpty()) {
            return null;
        }
        LinkPool fresh = new LinkPool(nodes, master.get());
        if (pool.compareAndSet(null, fresh)) {
            // The master may have changed before this pool could be seen by leave().
            if (!watch.master().equals(master)) {
                leave();
            }
            return fresh;
        }
        return pool.get();
    }

    /** Another node leads: nothing may reach the old one any more, not even when it comes back. */
    private void leave() {
        LinkPool old = pool.getAndSet(null);
        if (old != null) {
            old.close();
        }
    }

    @Override
    public Map<String, BitSet> read() {
        Map<String, BitSet> read = new LinkedHashMap<>();
        Ask.each(nodes, nodes.layout().dataNodes(), this::readFrom)
                .answers()
                .forEach((node, numbers) -> numbers.ifPresent(found -> read.put(node, found)));
        return read;
    }

    private BitSet readFrom(Link node) {
        BitSet numbers = new BitSet();
        for (Object field : Replies.list(node.ask("HKEYS", key))) {
            numbers.set(Integer.parseInt(Replies.text(field)));
        }
        return numbers;
    }

    @Override
    public void erase() {
        watch.master().ifPresent(master -> {
            try (Link link = nodes.open(master, (int) TimeUnit.SECONDS.toMillis(1))) {
                link.ask("UNLINK", key);
            } catch (JedisException e) {
                // Left behind: a key that nothing else uses.
            }
        });
    }

    @Override
    public void close() {
        watch.close();
        leave();
    }

    private static int millisUntil(long deadline) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }
}
