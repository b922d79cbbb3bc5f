package io.hcdc.postgres;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.WorkloadSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An application with a pool of sessions. Each statement is a transaction of its own. */
final class Application implements AutoCloseable {
    /** Sessions enough for hundreds of writes a second, and half of what one Pgpool serves by default. */
    static final int WRITERS = 8;

    /** Sessions enough for a few clients that read. */
    static final int READERS = 2;

    private static final int SETUP_MILLIS = 2000;

    private final long timeoutNanos;
    private final SessionPool pool;

    /** @param sessions how many at most, of which the application never takes more than half of what a Pgpool serves */
    Application(Servers servers, WorkloadSpec spec, int sessions) {
        this.timeoutNanos = spec.timeout().toNanos();
        this.pool = new SessionPool(
                servers,
                Front.of(servers, spec.path()),
                Math.min(sessions, servers.config().numInitChildren() / 2));
    }

    /**
     * Sends a statement, once. Never throws.
     *
     * @param node tells by the answer which node gave it
     */
    Reply send(String sql, Function<Session.Answer, String> node) {
        long deadline = System.nanoTime() + timeoutNanos;
        // The other half is for the answer: a session is not to be cut because the write came to it late.
        Session session = pool.take(timeoutNanos / 2);
        if (session == null) {
            return Reply.none(Failure.beforeSending(pool.trouble()));
        }
        try {
            session.limit((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            Session.Answer answer = session.ask(sql);
            pool.giveBack(session);
            String name = node.apply(answer);
            // The only warning there is: committed here, and on no standby yet.
            return answer.warning().isEmpty()
                    ? new Reply(Outcome.ok(name), answer.row())
                    : Reply.none(Outcome.indeterminate(name, answer.warning()));
        } catch (SQLException e) {
            if (Failure.refused(e)) {
                pool.giveBack(session);
            } else {
                pool.drop(session);
            }
            return Reply.none(Failure.afterSending(e));
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

    /**
     * What came back.
     *
     * @param row the first one; empty unless the outcome is OK
     */
    record Reply(Outcome outcome, List<String> row) {

        private static Reply none(Outcome outcome) {
            return new Reply(outcome, List.of());
        }
    }
}
