package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Isolation;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.PostgresCluster;
import io.hcdc.e2e.harness.Writer;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that is not in its place does no harm there, says so, and can be mended. */
@OnRealEngine
class PostgresNodeObligation {
    private static final PostgresCluster POSTGRES = PostgresCluster.ALONE;

    /** Twice and more what it takes on a quiet machine. */
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    @BeforeEach
    void up() {
        POSTGRES.stack().up();
    }

    @AfterAll
    static void remove() {
        POSTGRES.stack().nuke();
    }

    /** Written to without waiting for a standby, which alone would keep it from acknowledging anything. */
    @Test
    void aPrimaryThatIsAloneSoonRefusesWritesAndFollowsWhenItIsBack() throws SQLException {
        String alone = POSTGRES.primary();
        try (Writer writer = new Writer(POSTGRES)) {
            writer.awaitWrites();
            int last = 0;
            try (Isolation isolation = new Isolation(POSTGRES.stack(), alone)) {
                long began = System.nanoTime();
                assertThat(writtenInside(alone, writer.table(), --last)).isTrue();
                while (writtenInside(alone, writer.table(), --last)) {
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LAST_WRITE);
                }
                writer.awaitWrites();
                assertThat(writtenInside(alone, writer.table(), --last)).isFalse();
            }
            POSTGRES.awaitWhole();
            writer.close();
            assertThat(POSTGRES.standbys()).contains(alone);
            await("every node has all that the others acknowledged, and nothing else's")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        Ledger ledger = Ledger.of(writer, POSTGRES);
                        ledger.requireAllOnEveryNode();
                        assertThat(ledger.held().get(alone)).doesNotContain(-1);
                    });
        }
    }

    @Test
    void aVolumeOfAnotherMajorVersionIsNamedWithTheCommandThatMendsIt() throws SQLException {
        String broken = POSTGRES.standbys().get(0);
        try (Writer writer = new Writer(POSTGRES)) {
            Docker.here()
                    .run(
                            "exec",
                            "--user=postgres",
                            POSTGRES.container(broken),
                            "sh",
                            "-c",
                            "echo 9.6 > $PGDATA/PG_VERSION");
            Docker.here().run("restart", POSTGRES.container(broken));
            writer.awaitWrites();

            await("status says why")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> POSTGRES.stack()
                            .run("status")
                            .expect(1)
                            .saying("PostgreSQL 9.6", "hcdc repair " + broken)
                            .withoutStackTrace());

            POSTGRES.stack().run("repair", broken, "--yes").expect(0);

            POSTGRES.awaitWhole();
            writer.awaitWrites();
            writer.close();
            await("every node has all of it")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> Ledger.of(writer, POSTGRES).requireAllOnEveryNode());
        }
    }

    @Test
    void theNodeThatLeadsIsNotRepaired() {
        String primary = POSTGRES.primary();

        Outcome repair = POSTGRES.stack().run("repair", primary, "--yes");

        repair.expect(1).saying(primary, "leads").withoutStackTrace();
        assertThat(POSTGRES.primary()).isEqualTo(primary);
    }

    /** @return whether the node took it */
    private static boolean writtenInside(String node, String table, int number) {
        return Docker.here()
                        .outcome(
                                "exec",
                                "--user=postgres",
                                POSTGRES.container(node),
                                "psql",
                                "--no-psqlrc",
                                "--dbname=app",
                                "--command=SET synchronous_commit = local",
                                "--command=INSERT INTO " + table + " VALUES (" + number + ")")
                        .exit()
                == 0;
    }
}
