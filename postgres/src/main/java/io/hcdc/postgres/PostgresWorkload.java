package io.hcdc.postgres;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes as an application with a pool of connections would: rows with numbers, each a transaction of its own. */
final class PostgresWorkload implements Workload, Ledger {
    /** Enough for hundreds of writes a second, and half of what one Pgpool serves by default. */
    private static final int SESSIONS = 8;

    private static final int SETUP_MILLIS = 2000;

    private final Servers servers;
    private final Witness witness;
    private final String table;
    private final long timeoutNanos;
    private final SessionPool pool;

    PostgresWorkload(Servers servers, Witness witness, WorkloadSpec spec) {
        this.servers = servers;
        this.witness = witness;
        this.table = "\"hcdc_drill_" + spec.id().replace('-', '_') + "\"";
        this.timeoutNanos = spec.timeout().toNanos();
        this.pool = new SessionPool(
                servers,
                Front.of(servers, spec.path()),
                Math.min(SESSIONS, servers.config().numInitChildren() / 2));
        // Where this fails, every write says that the table does not exist.
        once("CREATE TABLE " + table + " (n integer PRIMARY KEY)");
    }

    @Override
    public Outcome attempt(int number) {
        long deadline = System.nanoTime() + timeoutNanos;
        // The other half is for the answer: a session is not to be cut because the write came to it late.
        Session session = pool.take(timeoutNanos / 2);
        if (session == null) {
            return Failure.beforeSending(pool.trouble());
        }
        try {
            session.limit((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            Session.Answer answer =
                    session.ask("INSERT INTO " + table + " VALUES (" + number + ") RETURNING " + witness.expression());
            pool.giveBack(session);
            String node = witness.name(answer.row().get(0));
            // The only warning there is: committed here, and on no standby yet.
            return answer.warning().isEmpty() ? Outcome.ok(node) : Outcome.indeterminate(node, answer.warning());
        } catch (SQLException e) {
            if (Failure.refused(e)) {
                pool.giveBack(session);
            } else {
                pool.drop(session);
            }
            return Failure.afterSending(e);
        }
    }

    @Override
    public Map<String, BitSet> read() {
        Ask<BitSet> ask = new Ask<>();
        servers.layout()
                .nodes()
                .forEach(node -> ask.of(node.name(), () -> readFrom(servers.application(node.name(), node.port()))));
        servers.layout()
                .pgpools()
                .forEach(pgpool ->
                        ask.of(pgpool.name(), () -> readFrom(servers.application(pgpool.name(), pgpool.port()))));
        return Survey.answered(ask.answers());
    }

    private BitSet readFrom(Session session) throws SQLException {
        BitSet numbers = new BitSet();
        try (session) {
            for (List<String> row : session.ask("SELECT n FROM " + table).rows()) {
                numbers.set(Integer.parseInt(row.get(0)));
            }
        } catch (SQLException e) {
            // A node that has not got as far as the table holds nothing of it.
            if (!Failure.undefinedTable(e)) {
                throw e;
            }
        }
        return numbers;
    }

    @Override
    public void erase() {
        once("DROP TABLE IF EXISTS " + table);
    }

    private void once(String statement) {
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
