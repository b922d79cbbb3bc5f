package io.hcdc.postgres;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Writes as an application with a pool of connections would: rows with numbers, each a transaction of its own. */
final class PostgresWorkload implements Workload, Ledger {
    private final Servers servers;
    private final Witness witness;
    private final String table;
    private final Application application;

    PostgresWorkload(Servers servers, Witness witness, WorkloadSpec spec) {
        this.servers = servers;
        this.witness = witness;
        this.table = "\"hcdc_drill_" + spec.id().replace('-', '_') + "\"";
        this.application = new Application(servers, spec);
        // Where this fails, every write says that the table does not exist.
        application.prepare("CREATE TABLE " + table + " (n integer PRIMARY KEY)");
    }

    @Override
    public Outcome attempt(int number) {
        return application.send(
                "INSERT INTO " + table + " VALUES (" + number + ") RETURNING " + witness.expression(),
                answer -> witness.name(answer.row().get(0)));
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
        application.prepare("DROP TABLE IF EXISTS " + table);
    }

    @Override
    public void close() {
        application.close();
    }
}
