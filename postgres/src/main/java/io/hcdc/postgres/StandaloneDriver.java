package io.hcdc.postgres;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import io.hcdc.postgres.Session.Answer;
import java.sql.SQLException;
import java.util.List;

/** Speaks with a single PostgreSQL. Nobody takes over from it, so there is nothing to drill. */
final class StandaloneDriver implements Driver {
    private static final String STATE = """
            SELECT pg_is_in_recovery(),
                   CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                   current_setting('server_version'),
                   (SELECT count(*) FROM pg_stat_activity
                     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()),
                   current_setting('max_connections')
            """;

    private final Servers servers;
    private final PostgresNode node;

    StandaloneDriver(Servers servers) {
        this.servers = servers;
        this.node = servers.layout().initialPrimary();
    }

    @Override
    public Look look() {
        return new Look(readiness(), List.of(state()));
    }

    private Readiness readiness() {
        try (Session session = servers.application(node.name(), node.port())) {
            session.ask("SELECT 1");
            return new Readiness.Ready(
                    servers.config().user() + " can query " + servers.config().database());
        } catch (SQLException e) {
            return new Readiness.NotReady(Failure.reason(e));
        }
    }

    private NodeState state() {
        try (Session session = servers.superuser(node)) {
            return read(node.name(), session.ask(STATE));
        } catch (SQLException e) {
            return NodeState.unreachable(node.name(), Failure.reason(e));
        }
    }

    private static NodeState read(String node, Answer answer) {
        List<String> row = answer.row();
        String role = row.get(0).equals("t") ? "standby" : "primary";
        // The packager's name follows the version after a blank.
        String version = row.get(2).split(" ", 2)[0];
        return new NodeState(
                node,
                role,
                "version " + version + ", WAL at " + row.get(1) + ", connections " + row.get(3) + " of " + row.get(4));
    }

    @Override
    public void close() {
        // Every look has a connection of its own: that a client can log in is part of what is asked.
    }
}
