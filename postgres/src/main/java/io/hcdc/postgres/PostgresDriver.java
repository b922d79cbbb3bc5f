package io.hcdc.postgres;

import io.hcdc.api.Access;
import io.hcdc.api.Driver;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import java.io.EOFException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Logs in and asks. As the application where it matters whether that one can, else as the superuser. */
final class PostgresDriver implements Driver {
    private static final String STATE = """
            SELECT pg_is_in_recovery(),
                   CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                   current_setting('server_version'),
                   (SELECT count(*) FROM pg_stat_activity
                     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()),
                   current_setting('max_connections')
            """;

    private final PostgresConfig config;
    private final Access access;
    private final PostgresNode node;

    PostgresDriver(PostgresConfig config, PostgresNode node, Access access) {
        this.config = config;
        this.access = access;
        this.node = node;
    }

    @Override
    public Readiness probe() {
        try (Connection connection = connect(config.database(), config.user(), Layout.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return new Readiness.Ready(config.user() + " can query " + config.database());
        } catch (SQLException e) {
            return new Readiness.NotReady(reason(e));
        }
    }

    @Override
    public List<NodeState> states() {
        try (Connection connection = connect("postgres", "postgres", Layout.SUPERUSER_PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            String role = row.getBoolean(1) ? "standby" : "primary";
            // The packager's name follows the version after a blank.
            String version = row.getString(3).split(" ", 2)[0];
            return List.of(new NodeState(
                    node.name(),
                    role,
                    "version " + version + ", WAL at " + row.getString(2) + ", connections " + row.getLong(4) + " of "
                            + row.getString(5)));
        } catch (SQLException e) {
            return List.of(NodeState.unreachable(node.name(), reason(e)));
        }
    }

    @Override
    public void close() {
        // Every look has a connection of its own: that a client can log in is part of what is asked.
    }

    private Connection connect(String database, String user, String secret) throws SQLException {
        InetSocketAddress server = access.reach(node.name(), node.port());
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", access.secret(secret));
        properties.setProperty("ApplicationName", "hcdc");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        // Each would be one more question to the server, and more classes to load.
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        String url = "jdbc:postgresql://" + server.getHostString() + ":" + server.getPort() + "/" + database;
        // Not by DriverManager, which would look through the whole class path for drivers.
        return new org.postgresql.Driver().connect(url, properties);
    }

    private static String reason(SQLException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof EOFException) {
            // What a published port says while nobody listens behind it.
            return "the connection was closed without an answer";
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
