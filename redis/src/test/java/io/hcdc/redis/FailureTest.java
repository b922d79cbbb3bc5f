package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisBusyException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

class FailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READONLY You can't write against a read only replica.",
                "NOREPLICAS Not enough good replicas to write.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "MISCONF Redis is configured to save RDB snapshots, but it is unable to persist to disk."
            })
    void whatTheServerRefusesIsNotApplied(String error) {
        assertThat(Failure.afterSending("rds1", new JedisDataException(error)))
                .isEqualTo(Outcome.fail("rds1", error.substring(0, error.indexOf(' '))));
    }

    @Test
    void everyErrorReplyIsARefusal() {
        assertThat(Failure.refused(new JedisBusyException("BUSY"))).isTrue();
        assertThat(Failure.refused(new JedisAccessControlException("NOPERM"))).isTrue();
    }

    @Test
    void anAnswerThatNeverCameProvesNothing() {
        JedisException timeout = new JedisConnectionException(new SocketTimeoutException("Read timed out"));
        assertThat(Failure.afterSending("rds1", timeout)).isEqualTo(Outcome.indeterminate("rds1", "Read timed out"));
        JedisException cut = new JedisConnectionException("Unexpected end of stream.");
        assertThat(Failure.afterSending("rds1", cut).kind()).isEqualTo(Outcome.Kind.INDETERMINATE);
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        JedisException timeout = new JedisConnectionException(new SocketTimeoutException("Connect timed out"));
        assertThat(Failure.beforeSending("rds1", timeout)).isEqualTo(Outcome.fail("rds1", "Connect timed out"));
    }
}
