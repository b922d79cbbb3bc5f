package io.hcdc.postgres;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.util.PSQLWarning;

/** One connection to a server, through Pgpool or not. Every statement is a transaction of its own. */
final class Session implements AutoCloseable {
    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** Connects and logs in; connecting, and each answer on the way, may take a second: the driver counts whole ones. */
    static Session open(InetSocketAddress server, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "hcdc");
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "1");
        // Each would be one more question to the server, and more classes to load.
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("assumeMinServerVersion", "15");
        // One message per statement, and nothing prepared that a server after a fail-over would not know.
        properties.setProperty("preferQueryMode", "simple");
        String url = "jdbc:postgresql://" + server.getHostString() + ":" + server.getPort() + "/" + login.database();
        // Not by DriverManager, which would look through the whole class path for drivers.
        return new Session(new org.postgresql.Driver().connect(url, properties));
    }

    /** How long an answer may take from now on. */
    void limit(int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }

    /** One statement, its answer. */
    Answer ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<List<String>> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                readAll(statement, rows);
            }
            return new Answer(rows, warning(statement.getWarnings()));
        }
    }

    /** Of what the server says beside its answer, a notice is none. */
    private static String warning(SQLWarning first) {
        for (SQLWarning said = first; said != null; said = said.getNextWarning()) {
            if (said instanceof PSQLWarning server
                    && "WARNING".equals(server.getServerErrorMessage().getSeverity())) {
                return String.valueOf(said.getMessage());
            }
        }
        return "";
    }

    private static void readAll(Statement statement, List<List<String>> rows) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String value = result.getString(column);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
        }
    }

    /** Cuts the connection at once; whoever waits for an answer on it fails. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone either way.
        }
    }

    /**
     * What a server answered.
     *
     * @param rows as text; null is the empty text
     * @param warning the first one; empty when there was none
     */
    record Answer(List<List<String>> rows, String warning) {

        List<String> row() {
            return rows.get(0);
        }
    }
}
