package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Isolation;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.RedisWriter;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that knows one address of Redis, and nothing of Sentinel, loses no more than one that asks the sentinels. */
@OnRealEngine
class RedisFrontObligation {
    /** On a busy machine detection and election take longer than their timers say. */
    private static final double LONGEST_OUTAGE_MS = 15_000;

    private static final TestStack STACK = new TestStack(
            "e2e-front",
            Path.of("src/test/resources/redis-front.yaml").toAbsolutePath().toString(),
            16_000);

    @AfterAll
    static void remove() {
        STACK.nuke();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause"})
    void leadsToTheNewMasterAndNothingAcknowledgedIsLost(String fault) {
        STACK.up();

        JsonNode round = PassedDrill.run(
                        STACK, "rdsmaster", fault, report -> Ledger.of(report, STACK), "--via", "front")
                .round();

        assertThat(round.path("outageMs").asDouble()).isBetween(1_000.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("lost").asInt(-1)).isZero();
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText())
                .isEqualTo(STACK.master());
        assertThat(behindTheFront()).isEqualTo(STACK.master());
    }

    /**
     * Without a minimum of replicas the old master accepts what is sent to it until the sentinels demote it: only the
     * front's check stands between it and the writes.
     */
    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause", "isolate"})
    void anOldMasterThatReturnsIsGivenNoWrite(String fault) throws Exception {
        STACK.init("--set", "redis.min-replicas-to-write=0").expect(0);
        String old = STACK.master();
        RedisWriter writer = new RedisWriter(STACK);
        try (writer) {
            writer.awaitWrites();
            try (AutoCloseable back = broken(old, fault)) {
                await("another master")
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> !STACK.master().equals(old));
                writer.awaitWrites();
            }
            if (!fault.equals("kill")) {
                assertThat(role(old)).as("what it still takes itself for").isEqualTo("master");
            }
            STACK.awaitReady();
            writer.awaitWrites();
        }

        assertThat(STACK.master()).isNotEqualTo(old);
        Ledger.of(writer, STACK).requireAllOnEveryNode();
    }

    @Test
    void aPathThatIsNotThereIsRefusedWithTheNearest() {
        STACK.up();

        STACK.run("failover-test", "rdsmaster", "--via", "frnt")
                .complaining(2, "no path 'frnt' leads to rdsmaster here", "did you mean front?");
    }

    /** @return what takes the fault back */
    private static AutoCloseable broken(String node, String fault) {
        String container = STACK.container(node);
        return switch (fault) {
            case "kill" -> {
                Docker.here().run("kill", container);
                yield () -> Docker.here().run("start", container);
            }
            case "pause" -> {
                Docker.here().run("pause", container);
                yield () -> Docker.here().run("unpause", container);
            }
            default -> new Isolation(STACK, node);
        };
    }

    private static String behindTheFront() {
        try (Resp redis = STACK.redisFront(STACK.secret("redis-password"))) {
            return redis.list("CONFIG", "GET", "replica-announce-ip").get(1);
        }
    }

    private static String role(String node) {
        try (Resp redis = STACK.redis(node)) {
            return (String) ((List<?>) redis.ask("ROLE")).get(0);
        }
    }
}
