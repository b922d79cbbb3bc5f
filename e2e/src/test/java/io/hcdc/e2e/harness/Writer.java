package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An application with a few connections to a cluster's one address: it writes numbered rows, and keeps its own books. */
public final class Writer implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int PAUSE_MILLIS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final PostgresCluster cluster;
    private final String table = "written_" + System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Client> clients =
            Stream.generate(Client::new).limit(CONNECTIONS).toList();
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(CONNECTIONS);
    private volatile long newest = System.nanoTime();

    public Writer(PostgresCluster cluster) throws SQLException {
        this.cluster = cluster;
        try (Sql sql = cluster.front()) {
            sql.ask("CREATE TABLE " + table + " (n integer PRIMARY KEY)");
        }
        clients.forEach(client -> schedule.scheduleWithFixedDelay(client, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    public String table() {
        return table;
    }

    /** The numbers whose commit was answered, without a warning. */
    public Set<Integer> acknowledged() {
        return new TreeSet<>(acknowledged);
    }

    /** Waits until writes go well. */
    public void awaitWrites() {
        int wanted = acknowledged.size() + 100;
        await("writes are acknowledged")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= wanted);
    }

    /** Waits while writes go well, without a longer pause than a fail-over takes. */
    public void awaitWritesFor(Duration length) {
        await("writes are acknowledged all the while")
                .during(length)
                .atMost(PATIENCE)
                .until(() -> System.nanoTime() - newest < LONGEST_PAUSE.toNanos());
    }

    /** Waits until nothing has been acknowledged for so long. */
    public void awaitSilence(Duration length) {
        await("nothing is acknowledged").atMost(PATIENCE).until(() -> System.nanoTime() - newest > length.toNanos());
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        await("the last answers").atMost(PATIENCE).until(schedule::isTerminated);
        clients.forEach(Client::drop);
    }

    /** One connection; a new one after anything that went wrong. */
    private final class Client implements Runnable {
        private Sql sql;

        @Override
        public void run() {
            int number = next.getAndIncrement();
            try {
                if (sql == null) {
                    sql = cluster.front();
                }
                sql.ask("INSERT INTO " + table + " VALUES (" + number + ")");
                acknowledged.add(number);
                newest = System.nanoTime();
            } catch (SQLException e) {
                drop();
            }
        }

        private void drop() {
            if (sql != null) {
                sql.close();
                sql = null;
            }
        }
    }
}
