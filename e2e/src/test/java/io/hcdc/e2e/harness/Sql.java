package io.hcdc.e2e.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLWarning;

/** A PostgreSQL client of the tests' own. Every statement is a transaction of its own. */
public final class Sql implements AutoCloseable {
    private static final int LIMIT_SECONDS = 5;

    private final Connection connection;

    /** Connects to a port of this machine and logs in. */
    public Sql(int port, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/app?sslmode=disable&preferQueryMode=simple"
                + "&connectTimeout=" + LIMIT_SECONDS + "&socketTimeout=" + LIMIT_SECONDS;
        connection = DriverManager.getConnection(url, user, password);
    }

    /**
     * The first column of the answer; nothing for a statement that has none.
     *
     * @throws SQLException also for a warning: a commit that no standby has is reported so
     */
    public List<String> ask(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            if (sql.execute(statement)) {
                ResultSet rows = sql.getResultSet();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            if (sql.getWarnings() instanceof PSQLWarning said
                    && "WARNING".equals(said.getServerErrorMessage().getSeverity())) {
                throw said;
            }
            return column;
        }
    }

    public String text(String question) throws SQLException {
        List<String> column = ask(question);
        return column.isEmpty() ? null : column.get(0);
    }

    /** At once, also while an answer is due. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
