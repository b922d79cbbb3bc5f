package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.exceptions.JedisException;

/** An application with a proper Sentinel client: it writes to whom the sentinels name, and to nobody else. */
final class SentinelApplication implements Application {
    private final Nodes nodes;
    private final long timeoutNanos;
    private final AtomicReference<LinkPool> pool = new AtomicReference<>();
    private final MasterWatch watch;

    /** @param timeout of a command */
    SentinelApplication(Nodes nodes, Duration timeout) {
        this.nodes = nodes;
        this.timeoutNanos = timeout.toNanos();
        this.watch = new MasterWatch(nodes, this::leave);
    }

    @Override
    public Answer send(String... command) {
        Answer answer = send(command, System.nanoTime() + timeoutNanos);
        if (answer.outcome().kind() == Outcome.Kind.OK) {
            watch.trust();
        } else {
            watch.doubt();
        }
        return answer;
    }

    private Answer send(String[] command, long deadline) {
        LinkPool links = toMaster();
        if (links == null) {
            return Answer.none(Outcome.fail("", "no sentinel names a master"));
        }
        String node = links.master().name();
        Link link = null;
        try {
            link = links.take(millisUntil(deadline));
            link.limit(millisUntil(deadline));
        } catch (JedisException e) {
            links.drop(link);
            return Answer.none(Failure.beforeSending(node, e));
        }
        try {
            Object reply = link.ask(command);
            links.giveBack(link);
            return Answer.of(node, reply);
        } catch (JedisException e) {
            if (Failure.refused(e)) {
                links.giveBack(link);
            } else {
                links.drop(link);
            }
            return Answer.none(Failure.afterSending(node, e));
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
    public void close() {
        watch.close();
        leave();
    }

    private static int millisUntil(long deadline) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }
}
