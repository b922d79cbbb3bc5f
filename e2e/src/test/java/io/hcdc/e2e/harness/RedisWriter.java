package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application that knows one address of a Redis and connects anew for every numbered write, so that it follows wherever
 * that address leads; it keeps its own books.
 */
public final class RedisWriter implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final int PAUSE_MILLIS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestStack stack;
    private final String password;
    private final String key = "written-" + System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);

    public RedisWriter(TestStack stack) {
        this.stack = stack;
        this.password = stack.secret("redis-password");
        for (int i = 0; i < CLIENTS; i++) {
            clients.scheduleWithFixedDelay(this::write, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        String number = String.valueOf(next.getAndIncrement());
        try (Resp redis = stack.redisFront(password)) {
            redis.ask("ZADD", key, number, number);
            acknowledged.add(Integer.valueOf(number));
        } catch (UncheckedIOException e) {
            // Not acknowledged, so it may be there or not.
        }
    }

    /** The hash it writes to. */
    public String key() {
        return key;
    }

    /** The numbers whose write was answered. */
    public Set<Integer> acknowledged() {
        return new TreeSet<>(acknowledged);
    }

    /** Waits until a hundred more writes have been acknowledged. */
    public void awaitWrites() {
        int wanted = acknowledged.size() + 100;
        await("writes are acknowledged")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= wanted);
    }

    @Override
    public void close() {
        clients.shutdown();
        await("the last answers").atMost(PATIENCE).until(clients::isTerminated);
    }
}
