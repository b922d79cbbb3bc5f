package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.PostgresCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls the primary, or the Pgpool that leads: a reader of every node comes to the same numbers as the drill. */
@OnRealEngine
class PostgresDrillObligation {
    /** On a busy machine detection and election take longer than their timers say. */
    private static final double LONGEST_OUTAGE_MS = 20_000;

    private static final PostgresCluster POSTGRES = PostgresCluster.ALONE;

    @BeforeEach
    void up() {
        POSTGRES.stack().up();
    }

    @AfterAll
    static void remove() {
        POSTGRES.stack().nuke();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause", "isolate", "stop"})
    void aLostPrimaryIsReplacedAndNothingAcknowledgedIsLost(String fault) {
        JsonNode round = drill("pgmaster", fault);

        assertThat(round.path("outageMs").asDouble()).isBetween(1.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("leaderAfter").asText())
                .isNotEqualTo(round.path("leaderBefore").asText());
        assertThat(round.path("stages").findValuesAsText("stage")).contains("DETECTED", "PROMOTED", "ROUTED");
        assertThat(POSTGRES.primary()).isEqualTo(round.path("leaderAfter").asText());
    }

    /** Whether another node leads afterwards depends on who is faster. */
    @Test
    void aPrimaryThatRestartsLosesNothing() {
        JsonNode round = drill("pgmaster", "restart");

        assertThat(round.path("outageMs").asDouble()).isBetween(1.0, LONGEST_OUTAGE_MS);
    }

    /** It may lead again when it is back before the others have chosen another. One that lost its network comes back by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"kill", "isolate"})
    void theLossOfThePgpoolThatLeadsChangesNoPrimary(String fault) {
        String primary = POSTGRES.primary();

        JsonNode round = drill("pgpool", fault);

        assertThat(round.path("outageMs").asDouble()).isBetween(0.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("node").asText()).isIn(PostgresCluster.PGPOOLS);
        assertThat(round.path("leaderAfter").asText()).isIn(PostgresCluster.PGPOOLS);
        assertThat(POSTGRES.primary()).isEqualTo(primary);
    }

    @Test
    void statusTellsRoleTimelineLagAndWhatEachPgpoolBelieves() {
        String primary = POSTGRES.primary();

        JsonNode status = POSTGRES.stack().status();

        assertThat(node(status, primary).path("role").asText()).isEqualTo("primary");
        assertThat(node(status, primary).path("detail").asText()).containsPattern("timeline [0-9]+, .*streaming");
        for (String standby : POSTGRES.standbys()) {
            assertThat(node(status, standby).path("role").asText()).isEqualTo("standby");
            assertThat(node(status, standby).path("detail").asText())
                    .containsPattern("timeline [0-9]+, .*streams from " + primary
                            + " \\(quorum\\), [0-9]+ bytes and [0-9]+ ms behind");
        }
        for (String pgpool : PostgresCluster.PGPOOLS) {
            assertThat(node(status, pgpool).path("detail").asText()).startsWith("primary " + primary);
            assertThat(node(status, pgpool).path("detail").asText())
                    .containsPattern("pg1 (up|waiting), pg2 (up|waiting), pg3 (up|waiting)");
        }
        assertThat(PostgresCluster.PGPOOLS.stream()
                        .map(pgpool -> node(status, pgpool).path("role").asText()))
                .containsExactlyInAnyOrder("leader", "standby");
    }

    private static JsonNode node(JsonNode status, String name) {
        for (JsonNode node : status.path("nodes")) {
            if (node.path("node").asText().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("no " + name + " in " + status.toPrettyString());
    }

    /** @return the only round of a drill that passes */
    private static JsonNode drill(String role, String fault) {
        JsonNode round = PassedDrill.run(POSTGRES.stack(), role, fault, report -> Ledger.of(report, POSTGRES))
                .round();
        assertThat(round.path("lost").asInt()).isZero();
        PostgresCluster.NODES.forEach(
                node -> assertThat(round.path("missingOn").path(node).asInt(-1))
                        .as("missing on " + node + " as the drill says")
                        .isZero());
        return round;
    }
}
