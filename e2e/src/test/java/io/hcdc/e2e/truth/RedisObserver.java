package io.hcdc.e2e.truth;

import io.hcdc.e2e.harness.Resp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An application that shares nothing with hcdc but the machine: numbered writes on a schedule, through the master that the
 * sentinels name. Ends when its input does. Prints one line for each write: number, when it was due and when it ended, in
 * microseconds of the wall clock, and ok or not.
 */
public final class RedisObserver {
    private final int rate;
    private final int timeoutMillis;
    private final String key = "observer-" + System.nanoTime();
    private final MasterFinder finder;
    private final ExecutorService clients = Executors.newFixedThreadPool(100);
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private RedisObserver(MasterFinder finder, int rate, int timeoutMillis) {
        this.finder = finder;
        this.rate = rate;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Arguments: port of the first data node, port of the first sentinel, writes per second, milliseconds one may take; the
     * passwords are in REDIS_PASSWORD and SENTINEL_PASSWORD.
     */
    public static void main(String[] arguments) throws Exception {
        MasterFinder finder = new MasterFinder(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), System.getenv("SENTINEL_PASSWORD"));
        finder.begin();
        RedisObserver observer =
                new RedisObserver(finder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        Thread schedule = new Thread(observer::schedule, "schedule");
        schedule.start();
        awaitEndOf(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        observer.over = true;
        schedule.join();
        observer.clients.shutdown();
        observer.clients.awaitTermination(5, TimeUnit.SECONDS);
        observer.lines.forEach(System.out::println);
        System.exit(0);
    }

    private static void awaitEndOf(BufferedReader input) throws IOException {
        while (input.readLine() != null) {
            // Whatever is said means: go on.
        }
    }

    private void schedule() {
        long first = System.nanoTime();
        long wall = micros();
        for (int number = 0; !over; number++) {
            long ahead = number * 1_000_000_000L / rate;
            while (System.nanoTime() - first < ahead) {
                LockSupport.parkNanos(ahead - (System.nanoTime() - first));
            }
            int next = number;
            clients.execute(() -> write(next, wall + ahead / 1_000));
        }
    }

    private void write(int number, long due) {
        MasterFinder.Master master = finder.master();
        boolean acknowledged = false;
        Resp redis = null;
        try {
            redis = master.idle().poll();
            if (redis == null) {
                redis = new Resp(master.port(), System.getenv("REDIS_PASSWORD"), timeoutMillis);
            }
            redis.ask("HSET", key, String.valueOf(number), "");
            acknowledged = true;
            master.idle().add(redis);
        } catch (UncheckedIOException e) {
            finder.doubt();
            if (redis != null) {
                redis.close();
            }
        }
        lines.add(number + " " + due + " " + micros() + " " + (acknowledged ? "ok" : "not"));
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
