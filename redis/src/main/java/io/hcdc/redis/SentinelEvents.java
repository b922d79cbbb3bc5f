package io.hcdc.redis;

import io.hcdc.api.Background;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to everything every sentinel announces. To all of them, because the one that conducts a fail-over announces its
 * end about a second after the others.
 */
final class SentinelEvents implements AutoCloseable {
    private static final int CONNECT_MILLIS = 700;
    private static final int RETRY_MILLIS = 100;
    private static final int START_SECONDS = 2;

    private final Nodes nodes;
    private final Consumer<SentinelEvent> sink;
    private final CountDownLatch listening;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SentinelEvents(Nodes nodes, Consumer<SentinelEvent> sink) {
        this.nodes = nodes;
        this.sink = sink;
        this.listening = new CountDownLatch(nodes.layout().sentinels().size());
        nodes.layout()
                .sentinels()
                .forEach(sentinel -> Background.start("redis-hear-" + sentinel.name(), () -> follow(sentinel)));
    }

    /** Returns when every sentinel is being listened to, or after a while with those that answered. */
    void awaitListening() {
        try {
            listening.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(RedisNode sentinel) {
        boolean first = true;
        while (!closed) {
            try (Link link = nodes.open(sentinel, CONNECT_MILLIS)) {
                links.add(link);
                link.ask("PSUBSCRIBE", "*");
                if (first) {
                    listening.countDown();
                    first = false;
                }
                // It may have nothing to say for hours; a lost connection shows as an error.
                link.limit(0);
                while (!closed) {
                    hear(sentinel, link.receive());
                }
            } catch (JedisException e) {
                links.removeIf(Link::isClosed);
                if (!Background.pause(RETRY_MILLIS)) {
                    return;
                }
            }
        }
    }

    private void hear(RedisNode sentinel, Object message) {
        List<?> parts = Replies.list(message);
        if (!closed && parts.size() == 4) {
            sink.accept(new SentinelEvent(sentinel.name(), Replies.text(parts.get(2)), Replies.text(parts.get(3))));
        }
    }

    @Override
    public void close() {
        closed = true;
        links.forEach(Link::close);
    }
}
