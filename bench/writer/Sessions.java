import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An application's pool: a session that breaks is replaced in the background. */
final class Sessions {
    /** How long a write may take. */
    private static final long WRITE_MILLIS = 200;

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final String url;
    private final Properties properties = new Properties();
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    /** Two, because one alone could hang at a frozen server. */
    private final Executor openers = Executors.newFixedThreadPool(2);

    Sessions(String url) {
        this.url = url;
        properties.setProperty("password", System.getenv("PGPASSWORD"));
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("preferQueryMode", "simple");
        // Else the driver takes a server for ten seconds for what it was before.
        properties.setProperty("hostRecheckSeconds", "0");
    }

    void fill(int size) {
        for (int i = 0; i < size; i++) {
            openers.execute(this::open);
        }
    }

    private void open() {
        long began = System.nanoTime();
        while (true) {
            try {
                idle.add(connect());
                return;
            } catch (SQLException e) {
                // Ever more slowly, because each refused login costs a server a process: by a twentieth of the wait.
                long waited = System.nanoTime() - began;
                LockSupport.parkNanos(Math.min(SHORTEST_PAUSE + waited / 20, LONGEST_PAUSE));
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** Whether it was acknowledged. */
    boolean write(String statement) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WRITE_MILLIS);
        Connection session = take();
        if (session == null) {
            return false;
        }
        boolean acknowledged;
        try (Statement insert = session.createStatement()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            session.setNetworkTimeout(Runnable::run, (int) Math.max(1, left));
            insert.execute(statement);
            // The only warning there is: committed here, and on no standby yet.
            acknowledged = insert.getWarnings() == null;
        } catch (SQLException e) {
            drop(session);
            return false;
        }
        idle.add(session);
        return acknowledged;
    }

    /** Null when none became free in half the time; the other half is for the answer. */
    private Connection take() {
        try {
            return idle.poll(WRITE_MILLIS / 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void drop(Connection session) {
        try {
            session.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone either way.
        }
        openers.execute(this::open);
    }

    void once(String statement) throws SQLException {
        try (Connection session = connect();
                Statement only = session.createStatement()) {
            only.execute(statement);
        }
    }

    BitSet numbers(String query) throws SQLException {
        BitSet numbers = new BitSet();
        try (Connection session = connect();
                Statement select = session.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            while (rows.next()) {
                numbers.set(rows.getInt(1));
            }
        }
        return numbers;
    }
}
