package io.hcdc.redis;

import io.hcdc.api.Background;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Knows who leads, as a Sentinel client should: it hears every sentinel's announcement of a switch, and while writes fail
 * it also asks them all again and again, because an announcement made while it was not connected is lost.
 */
final class MasterWatch implements AutoCloseable {
    private static final int POLL_MILLIS = 50;
    private static final int ANSWER_MILLIS = 200;
    private static final int START_SECONDS = 2;

    /** An answer older than this says nothing about now. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Nodes nodes;
    private final Runnable switched;
    private final SentinelEvents events;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile RedisNode master;
    private volatile boolean inDoubt = true;
    private volatile boolean closed;

    /**
     * Starts to listen and to ask; returns when it knows the master, or after some seconds without knowing it.
     *
     * @param switched called after another node has become the master
     */
    MasterWatch(Nodes nodes, Runnable switched) {
        this.nodes = nodes;
        this.switched = switched;
        nodes.layout()
                .sentinels()
                .forEach(sentinel -> Background.start("redis-poll-" + sentinel.name(), () -> poll(sentinel)));
        this.events = new SentinelEvents(nodes, event -> event.newMaster().ifPresent(this::announced));
        events.awaitListening();
        awaitMaster();
    }

    private void awaitMaster() {
        try {
            known.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty until a sentinel has said it. */
    Optional<RedisNode> master() {
        return Optional.ofNullable(master);
    }

    /** Writes fail: ask until they do not. */
    void doubt() {
        inDoubt = true;
    }

    void trust() {
        // Called for every write: a read of the field costs nothing, a write to it does.
        if (inDoubt) {
            inDoubt = false;
        }
    }

    private void poll(RedisNode sentinel) {
        while (!closed) {
            if (inDoubt) {
                try (Link link = nodes.open(sentinel, ANSWER_MILLIS)) {
                    while (inDoubt && !closed) {
                        answers.put(sentinel.name(), new Answer(MasterAddress.ask(link), System.nanoTime()));
                        count();
                        Background.pause(POLL_MILLIS);
                    }
                } catch (JedisException e) {
                    answers.remove(sentinel.name());
                }
            }
            if (!Background.pause(POLL_MILLIS)) {
                return;
            }
        }
    }

    /** One sentinel alone may be mistaken, e.g. after it was frozen; it is believed only when there is nothing to lose. */
    private void count() {
        long now = System.nanoTime();
        List<String> fresh = answers.values().stream()
                .filter(answer -> now - answer.nanos() < FRESH_NANOS)
                .map(Answer::master)
                .toList();
        if (master == null || fresh.size() >= nodes.layout().majority()) {
            Survey.mostNamed(fresh).ifPresent(this::lead);
        }
    }

    /** What was answered before it no longer counts: counted, it led back to the old master for some milliseconds. */
    private void announced(String newMaster) {
        answers.clear();
        lead(newMaster);
    }

    private void lead(String name) {
        nodes.dataNode(name).ifPresent(node -> {
            boolean changed;
            synchronized (this) {
                changed = !closed && !node.equals(master);
                if (changed) {
                    master = node;
                }
            }
            if (changed) {
                known.countDown();
                switched.run();
            }
        });
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        events.close();
    }

    private record Answer(String master, long nanos) {}
}
