package io.hcdc.postgres;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes as an application with a pool of connections would: rows with numbers, each a transaction of its own. Nothing keeps
 * the table from holding a number twice, so that this would show.
 */
final class PostgresWorkload implements Workload, Ledger, Readable {
    private final Servers servers;
    private final Witness witness;
    private final String table;
    private final Application writers;
    private final Application readers;

    PostgresWorkload(Servers servers, Witness witness, WorkloadSpec spec) {
        this.servers = servers;
        this.witness = witness;
        this.table = "\"hcdc_drill_" + spec.id().replace('-', '_') + "\"";
        this.writers = new Application(servers, spec, Application.WRITERS);
        // Where this fails, every write says that the table does not exist.
        writers.prepare("CREATE TABLE " + table + " (n integer NOT NULL)");
        writers.prepare("CREATE INDEX ON " + table + " (n)");
        this.readers = new Application(servers, spec, Application.READERS);
    }

    @Override
    public Outcome attempt(int number) {
        return writers.send(
                        "INSERT INTO " + table + " VALUES (" + number + ") RETURNING " + witness.expression(),
                        answer -> witness.name(answer.row().get(0)))
                .outcome();
    }

    @Override
    public Shown newest() {
        Application.Reply reply = readers.send(
                "SELECT " + witness.expression() + ", coalesce(max(n), " + Shown.NONE + ") FROM " + table,
                answer -> witness.name(answer.row().get(0)));
        return reply.outcome().kind() == Outcome.Kind.OK
                ? new Shown(reply.outcome(), Integer.parseInt(reply.row().get(1)))
                : Shown.nothing(reply.outcome());
    }

    @Override
    public Map<String, Held> read() {
        Ask<Held> ask = new Ask<>();
        servers.layout()
                .nodes()
                .forEach(node -> ask.of(node.name(), () -> readFrom(servers.application(node.name(), node.port()))));
        servers.layout()
                .pgpools()
                .forEach(pgpool ->
                        ask.of(pgpool.name(), () -> readFrom(servers.application(pgpool.name(), pgpool.port()))));
        return Survey.answered(ask.answers());
    }

    private Held readFrom(Session session) throws SQLException {
        BitSet numbers = new BitSet();
        BitSet repeated = new BitSet();
        try (session) {
            for (List<String> row : session.ask("SELECT n FROM " + table).rows()) {
                int number = Integer.parseInt(row.get(0));
                repeated.set(number, numbers.get(number));
                numbers.set(number);
            }
        } catch (SQLException e) {
            // A node that has not got as far as the table holds nothing of it.
            if (!Failure.undefinedTable(e)) {
                throw e;
            }
        }
        return new Held(numbers, Optional.of(repeated));
    }

    @Override
    public void erase() {
        writers.prepare("DROP TABLE IF EXISTS " + table);
    }

    @Override
    public void close() {
        writers.close();
        readers.close();
    }
}
