package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "25006, cannot execute INSERT in a read-only transaction",
        "23505, duplicate key value violates unique constraint",
        "57014, canceling statement due to statement timeout",
        "53100, could not extend file: No space left on device",
        "42P01, relation does not exist",
        "40001, could not serialize access"
    })
    void whatTheServerRefusesIsRolledBack(String state, String message) {
        PSQLException error = said("ERROR", state, message);
        assertThat(Failure.afterSending(error)).isEqualTo(Outcome.fail("", "ERROR: " + message));
        assertThat(Failure.refused(error)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FATAL, 57P01, terminating connection due to administrator command",
        "WARNING, 57P02, terminating connection because of crash of another server process",
        "FATAL, 08006, connection failure",
        "ERROR, 08006, unable to read data from DB node 0",
        "ERROR, XX000, unable to read message kind",
        "ERROR, 57P01, terminating connection due to administrator command",
        "ERROR, 58000, connection to the backend was lost",
        "FATAL, 42P01, anything that ends the session"
    })
    void whatEndsTheSessionProvesNothing(String severity, String state, String message) {
        assertThat(Failure.afterSending(said(severity, state, message)).kind()).isEqualTo(Outcome.Kind.INDETERMINATE);
    }

    @Test
    void anAnswerThatNeverCameProvesNothing() {
        PSQLException timeout = broken(new SocketTimeoutException("Read timed out"));
        assertThat(Failure.afterSending(timeout)).isEqualTo(Outcome.indeterminate("", "no answer"));
        assertThat(Failure.timedOut(timeout)).isTrue();

        PSQLException cut = broken(new EOFException());
        assertThat(Failure.afterSending(cut))
                .isEqualTo(Outcome.indeterminate("", "the connection was closed without an answer"));
        assertThat(Failure.timedOut(cut)).isFalse();
    }

    @Test
    void withoutASessionNothingWasSent() {
        assertThat(Failure.beforeSending("no answer")).isEqualTo(Outcome.fail("", "no answer"));
    }

    @Test
    void aTableThatIsNotThereIsToldFromOtherErrors() {
        assertThat(Failure.undefinedTable(said("ERROR", "42P01", "relation does not exist")))
                .isTrue();
        assertThat(Failure.undefinedTable(said("ERROR", "42501", "permission denied")))
                .isFalse();
    }

    @Test
    void reasonsAreOneShortLine() {
        PSQLException error = said("ERROR", "XX000", "x".repeat(200) + "\nand more");
        assertThat(Failure.reason(error)).hasSize(160).doesNotContain("\n");
    }

    private static PSQLException said(String severity, String state, String message) {
        return new PSQLException(
                new ServerErrorMessage("S" + severity + "\0V" + severity + "\0C" + state + "\0M" + message + "\0"));
    }

    private static PSQLException broken(Exception cause) {
        return new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE, cause);
    }
}
