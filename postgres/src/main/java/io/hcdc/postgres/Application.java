package io.hcdc.postgres;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.WorkloadSpec;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An application with a pool of sessions. Each statement is a transaction of its own. */
final class Application implements AutoCloseable {
    /** Enough for hundreds of writes a second, and half of what one Pgpool serves by default. */
    private static final int SESSIONS = 8;

    private static final int SETUP_MILLIS = 2000;

    private final long timeoutNanos;
    private final SessionPool pool;

    Application(Servers servers, WorkloadSpec spec) {
        this.timeoutNanos = spec.timeout().toNanos();
        this.pool = new SessionPool(
                servers,
                Front.of(servers, spec.path()),
                Math.min(SESSIONS, servers.config().numInitChildren() / 2));
    }

    /**
     * Sends a statement, once. Never throws.
     *
     * @param node tells by the answer which node gave it
     */
    Outcome send(String sql, Function<Session.Answer, String> node) {
        long deadline = System.nanoTime() + timeoutNanos;
        // The other half is for the answer: a session is not to be cut because the write came to it late.
        Session session = pool.take(timeoutNanos / 2);
        if (session == null) {
            return Failure.beforeSending(pool.trouble());
        }
        try {
            session.limit((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            Session.Answer answer = session.ask(sql);
            pool.giveBack(session);
            String name = node.apply(answer);
            // The only warning there is: committed here, and on no standby yet.
            return answer.warning().isEmpty() ? Outcome.ok(name) : Outcome.indeterminate(name, answer.warning());
        } catch (SQLException e) {
            if (Failure.refused(e)) {
                pool.giveBack(session);
            } else {
                pool.drop(session);
            }
            return Failure.afterSending(e);
        }
    }

    /** Sends a statement before or after all others, where its outcome shows by itself. */
    void prepare(String statement) {
        Session session = pool.take(TimeUnit.MILLISECONDS.toNanos(SETUP_MILLIS));
        if (session != null) {
            try {
                session.limit(SETUP_MILLIS);
                session.ask(statement);
                pool.giveBack(session);
            } catch (SQLException e) {
                pool.drop(session);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
