package io.hcdc.postgres;

import io.hcdc.api.drill.Outcome;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** What a failed statement means: whether it may have been committed all the same, and why it failed, in a few words. */
final class Failure {
    static final String NO_ANSWER = "no answer";

    private static final int LONGEST = 160;

    /** The application's table is not there, e.g. because a standby has not got so far. */
    private static final String UNDEFINED_TABLE = "42P01";

    /**
     * Errors after which a statement may have been committed: connection lost, server shutting down, and the class that
     * Pgpool uses for all that goes wrong between itself and a server.
     */
    private static final Set<String> UNDECIDED_CLASSES = Set.of("08", "57P", "58", "XX");

    private Failure() {}

    /** Not connected, not logged in: the server never saw the write. */
    static Outcome beforeSending(String reason) {
        return Outcome.fail("", reason);
    }

    /** The server refused it and rolled it back, or its answer never came. */
    static Outcome afterSending(SQLException error) {
        return refused(error) ? Outcome.fail("", reason(error)) : Outcome.indeterminate("", reason(error));
    }

    /** Whether the server answered, with an error that undid the statement: the connection is as good as before. */
    static boolean refused(SQLException error) {
        return error instanceof PSQLException answered
                && answered.getServerErrorMessage() != null
                && "ERROR".equals(answered.getServerErrorMessage().getSeverity())
                && UNDECIDED_CLASSES.stream().noneMatch(state(error)::startsWith);
    }

    static boolean undefinedTable(SQLException error) {
        return state(error).equals(UNDEFINED_TABLE);
    }

    static boolean timedOut(Throwable error) {
        return root(error) instanceof SocketTimeoutException;
    }

    static String reason(Throwable error) {
        if (timedOut(error)) {
            return NO_ANSWER;
        }
        Throwable root = root(error);
        if (root instanceof EOFException) {
            // What a published port says while nobody listens behind it.
            return "the connection was closed without an answer";
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = message.lines().findFirst().orElse(message);
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
