import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Breaks a PostgreSQL cluster under numbered writes and says what an application felt; the same for every cluster that a
 * JDBC URL leads to. Numbers are defined as in docs/drills.md.
 *
 * <pre>PGPASSWORD=… java -cp CLASSES:postgresql.jar Writer URL FAULT HEAL</pre>
 *
 * <p>FAULT is a command that is run once writes are steady; HEAL is one that is run when they are again, and that ends when
 * the cluster is whole. Prints one line: outage in seconds (-1: writes never came back), duration of HEAL in seconds,
 * acknowledged writes, how many of those the cluster does not hold. Ends with 1 when that cannot be found out.
 */
final class Writer {
    static final int RATE = 200;

    private static final int SESSIONS = 8;
    private static final long LIMIT_SECONDS = 120;

    private final Sessions sessions;
    private final Ledger ledger = new Ledger();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Thread schedule = new Thread(this::send);
    private volatile boolean stopped;

    private Writer(String url) {
        this.sessions = new Sessions(url);
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status = 1;
        try {
            System.out.println(new Writer(arguments[0]).round(arguments[1], arguments[2]));
            status = 0;
        } catch (IllegalStateException | IOException | SQLException e) {
            System.err.println("writer: " + e.getMessage());
        }
        System.exit(status);
    }

    private String round(String fault, String heal) throws IOException, SQLException, InterruptedException {
        sessions.once("DROP TABLE IF EXISTS bench_writer");
        sessions.once("CREATE TABLE bench_writer (n integer PRIMARY KEY)");
        sessions.fill(SESSIONS);
        schedule.start();
        wait(ledger::steady).orElseThrow(() -> new IllegalStateException("writes did not become steady"));

        long requested = System.nanoTime();
        run(fault);
        long broken = System.nanoTime();
        OptionalLong outage = wait(() -> ledger.outage(requested, broken));

        long back = System.nanoTime();
        run(heal);
        long whole = System.nanoTime();

        stopped = true;
        schedule.join();
        senders.shutdown();
        senders.awaitTermination(10, TimeUnit.SECONDS);
        BitSet acknowledged = ledger.acknowledged();
        BitSet lost = (BitSet) acknowledged.clone();
        lost.andNot(sessions.numbers("SELECT n FROM bench_writer"));
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %d %d",
                outage.isPresent() ? outage.getAsLong() / 1e9 : -1,
                (whole - back) / 1e9,
                acknowledged.cardinality(),
                lost.cardinality());
    }

    /** Until there is an answer; empty when there was none in time. */
    private static OptionalLong wait(Supplier<OptionalLong> question) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        OptionalLong answer;
        while ((answer = question.get()).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return answer;
    }

    private static void run(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        int status = shell.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("'" + command + "' ended with " + status);
        }
    }

    /** On a fixed schedule: a slow answer delays no other write. */
    private void send() {
        long first = System.nanoTime();
        for (int number = 0; !stopped; number++) {
            long due = first + number * TimeUnit.SECONDS.toNanos(1) / RATE;
            for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                LockSupport.parkNanos(ahead);
            }
            int next = number;
            senders.execute(() -> ledger.add(next, sessions.write("INSERT INTO bench_writer VALUES (" + next + ")")));
        }
    }
}
