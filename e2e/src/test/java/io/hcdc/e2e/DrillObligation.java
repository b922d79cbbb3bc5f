package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.Running;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill tells the truth: an independent reader comes to the same numbers. */
@OnRealEngine
class DrillObligation {
    /** On a busy machine detection and election take longer than their timers say. */
    private static final double LONGEST_OUTAGE_MS = 15_000;

    @BeforeEach
    void up() {
        HA.up();
    }

    @AfterAll
    static void defaultsAgain() {
        HA.up();
    }

    @Test
    void aKilledMasterIsReplacedAndNothingAcknowledgedIsLost() {
        JsonNode round = drill("kill");

        assertThat(round.path("outageMs").asDouble()).isBetween(1_000.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText());
        assertThat(round.path("stages").findValuesAsText("stage"))
                .containsSubsequence("DETECTED", "DECIDED", "PROMOTED", "ROUTED");
        assertThat(HA.master()).isEqualTo(round.path("leaderAfter").asText());
    }

    @Test
    void aFrozenMasterIsReplacedAndDoesNotLeadAgainWhenItThaws() {
        JsonNode round = drill("pause");

        assertThat(round.path("outageMs").asDouble()).isBetween(1_000.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText());
        assertThat(HA.master()).isEqualTo(round.path("leaderAfter").asText());
    }

    @Test
    void anIsolatedMasterIsReplacedAndIsReachedAgainAtItsPort() {
        JsonNode round = drill("isolate");

        assertThat(round.path("outageMs").asDouble()).isBetween(1_000.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText());
        assertThat(HA.master()).isEqualTo(round.path("leaderAfter").asText());
    }

    @Test
    void aStoppedMasterIsReplaced() {
        JsonNode round = drill("stop");

        assertThat(round.path("outageMs").asDouble()).isBetween(1.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText());
    }

    /** Detection takes longer here than by default: a busy machine needs its time for a restart. */
    @Test
    void aRestartFasterThanDetectionChangesNoLeader() {
        HA.init("--set", "redis.down-after-milliseconds=5000").expect(0);

        JsonNode round = drill("restart");

        assertThat(round.path("outageMs").asDouble()).isBetween(1.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isEqualTo(round.path("leaderBefore").asText());
        assertThat(round.path("stages").findValuesAsText("stage")).doesNotContain("PROMOTED");
    }

    @Test
    void aMissedObjectiveFailsTheDrillAndSaysWhy() {
        Outcome drill = HA.run("failover-test", "rdsmaster", "--max-outage", "1ms");

        drill.expect(1).saying("at most 1 ms wanted").withoutStackTrace();
    }

    @Test
    void aSecondDrillAtTheSameTimeIsRefused() {
        Running first = HA.start("failover-test", "rdsmaster", "--rounds", "3", "--output", "json");
        first.awaitSaying("steady writes");

        HA.run("failover-test", "rdsmaster").complaining(3, "another hcdc is at work on this stack");

        first.end(Duration.ofMinutes(2)).expect(0);
    }

    /** @return the only round of a drill that passes */
    private static JsonNode drill(String fault) {
        PassedDrill drill = PassedDrill.run(HA, "rdsmaster", fault, report -> Ledger.of(report, HA));
        JsonNode round = drill.round();
        Ledger ledger = drill.ledger();
        for (String node : ledger.held().keySet()) {
            assertThat(round.path("missingOn").path(node).asInt(-1)).isZero();
        }
        assertThat(round.path("lost").asInt())
                .isEqualTo(ledger.missingOn(round.path("leaderAfter").asText()).size());
        return round;
    }
}
