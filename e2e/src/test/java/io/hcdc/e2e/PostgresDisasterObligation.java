package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Commands;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.PostgresCluster;
import io.hcdc.e2e.harness.Writer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More than one failure at a time, done by hand: writes may stop, but none that was acknowledged is ever lost. */
@OnRealEngine
class PostgresDisasterObligation {
    private static final PostgresCluster POSTGRES = PostgresCluster.ALONE;

    private String primary;
    private List<String> standbys;
    private Writer writer;

    @BeforeEach
    void writeSteadily() throws SQLException {
        POSTGRES.stack().up();
        primary = POSTGRES.primary();
        standbys = POSTGRES.standbys();
        writer = new Writer(POSTGRES);
        writer.awaitWrites();
    }

    @AfterEach
    void stopWriting() {
        writer.close();
    }

    @AfterAll
    static void remove() {
        POSTGRES.stack().nuke();
    }

    /** The last node alone cannot know whether it has every acknowledged write: the next one to come back settles it. */
    @Test
    void aStandbyThenThePrimary() {
        docker("kill", standbys.get(0));
        writer.awaitWrites();
        docker("kill", primary);
        docker("start", standbys.get(0));

        writer.awaitWrites();
        docker("start", primary);

        nothingIsLost();
    }

    @Test
    void withoutAnyStandbyWritesStopAndGoOnWhenOneReturns() {
        docker("kill", standbys.get(0), standbys.get(1));

        writer.awaitSilence(Duration.ofSeconds(3));
        docker("start", standbys.get(1));
        writer.awaitWrites();
        docker("start", standbys.get(0));

        nothingIsLost();
    }

    @Test
    void ofAllThatDiedTheNewestDataWinsInWhateverOrderTheyReturn() {
        docker("kill", primary);
        writer.awaitWrites();
        String newest = POSTGRES.primary();
        String second = standbys.stream()
                .filter(node -> !node.equals(newest))
                .findFirst()
                .orElseThrow();
        docker("kill", newest, second);

        docker("start", primary);
        await("the oldest data waits for newer")
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(6))
                .until(() -> POSTGRES.primaries().isEmpty());
        docker("start", second);
        writer.awaitWrites();
        docker("start", newest);

        nothingIsLost();
    }

    @Test
    void aPrimaryThatThawsUnderLoadLongAfterItWasReplaced() {
        docker("pause", primary);
        writer.awaitWrites();
        String successor = POSTGRES.primary();
        writer.awaitWritesFor(Duration.ofSeconds(15));

        docker("unpause", primary);
        writer.awaitWrites();

        nothingIsLost();
        assertThat(POSTGRES.primary()).isEqualTo(successor);
    }

    @Test
    void aPgpoolThatDiesInTheMiddleOfAFailover() {
        String began = Instant.now().toString();
        docker("kill", primary);
        String pgpool = whoFailsOver(began);
        docker("kill", pgpool);

        writer.awaitWrites();
        docker("start", primary, pgpool);

        nothingIsLost();
        assertThat(POSTGRES.primary()).isIn(standbys);
    }

    /** Without synchronous commits this second of writes would be gone. */
    @Test
    void aSecondOfCutReplicationBeforeTheEnd() {
        Commands.require("iptables", "iptables");
        String process = Docker.here().run("inspect", "--format", "{{.State.Pid}}", POSTGRES.container(primary));
        Commands.run(
                        "nsenter",
                        "--net",
                        "--target",
                        process,
                        "sh",
                        "-ec",
                        "for node; do iptables -I OUTPUT -d $node -p tcp --sport 5432 -j DROP; done; sleep 1",
                        "cut",
                        POSTGRES.address(standbys.get(0)),
                        POSTGRES.address(standbys.get(1)))
                .expect(0);
        docker("kill", primary);

        writer.awaitWrites();
        docker("start", primary);

        nothingIsLost();
    }

    private static String whoFailsOver(String since) {
        return await("a Pgpool fails over")
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> PostgresCluster.PGPOOLS.stream()
                                .filter(pgpool -> Docker.here()
                                        .outcome("logs", "--since", since, POSTGRES.container(pgpool))
                                        .err()
                                        .contains("starting degeneration"))
                                .findFirst()
                                .orElse(""),
                        pgpool -> !pgpool.isEmpty());
    }

    private static void docker(String command, String... nodes) {
        for (String node : nodes) {
            Docker.here().run(command, POSTGRES.container(node));
        }
    }

    private void nothingIsLost() {
        POSTGRES.awaitWhole();
        writer.close();
        await("every node has all of it")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Ledger.of(writer, POSTGRES).requireAllOnEveryNode());
    }
}
