package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresCheckTest {

    @Test
    void defaultsAreSoundInEitherTopology() {
        assertThat(PostgresCheck.of(PostgresConfig.DEFAULTS)).isEmpty();
        assertThat(PostgresCheck.of(Configs.pgpool())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "standbys, 0",
        "standbys, 9",
        "pgpools, 0",
        "port, 0",
        "standby-port, 65535",
        "standby-port, 5432",
        "pgpool-port, 5440",
        "pcp-port, 70000",
        "pcp-port, 5429",
        "max-connections, 50",
        "max-connections, 4",
        "num-init-children, 0",
        "fence-milliseconds, 499",
        "fence-milliseconds, -1",
        "guard-interval-milliseconds, 19",
        "guard-timeout-milliseconds, 199"
    })
    void eachWrongValueIsReportedOnceWhereItStandsWithAHint(String path, int value) {
        assertThat(PostgresCheck.of(Configs.pgpool(Map.of(path, value))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.hint()).isNotEmpty();
                });
    }

    @Test
    void everyProblemOfAServerAloneIsReportedWithAHint() {
        assertThat(PostgresCheck.of(Configs.standalone(0, "a-b", "Ann", 4, "lots")))
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty())
                .extracting(Problem::path)
                .containsExactly("port", "database", "user", "max-connections", "shared-buffers");
    }

    @Test
    void namesThatCouldEscapeTheirQuotesAreRefused() {
        for (String name : List.of("", "a'b", "a\"b", "a b", "a;b", "1a", "a".repeat(64), "a\nb", "a$b")) {
            assertThat(PostgresCheck.of(Configs.standalone(5432, name, name, 100, "128MB")))
                    .as(name)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"template1, app, database", "app, postgres, user", "app, replicator, user", "app, pg_monitor, user"})
    void theServersOwnNamesAreRefused(String database, String user, String path) {
        assertThat(PostgresCheck.of(Configs.standalone(5432, database, user, 100, "128MB")))
                .extracting(Problem::path)
                .containsExactly(path);
    }

    @Test
    void aServerAloneMindsOnlyItsOwnSettings() {
        assertThat(PostgresCheck.of(Configs.standalone(65_535, "app", "app", 5, "128MB")))
                .isEmpty();
    }

    @Test
    void everySessionOfEveryPgpoolHasRoom() {
        assertThat(PostgresCheck.of(Configs.pgpool(Map.of("max-connections", 54))))
                .isEmpty();
        assertThat(PostgresCheck.of(Configs.pgpool(Map.of("max-connections", 53))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .contains("2 Pgpools of 16 sessions")
                            .contains("54");
                    assertThat(problem.hint()).contains("num-init-children to 15");
                });
    }

    @Test
    void aSynchronousCommitNeedsAStandby() {
        assertThat(PostgresCheck.of(Configs.pgpool(Map.of("standbys", 0))))
                .singleElement()
                .extracting(Problem::hint)
                .asString()
                .contains("a synchronous commit waits for a standby");
        assertThat(PostgresCheck.of(Configs.asynchronous(Map.of("standbys", 0))))
                .singleElement()
                .extracting(Problem::hint)
                .asString()
                .doesNotContain("synchronous");
    }

    @Test
    void aFenceCanBeTurnedOff() {
        assertThat(PostgresCheck.of(Configs.pgpool(Map.of("fence-milliseconds", 0))))
                .isEmpty();
    }

    @Test
    void memoryHasAUnit() {
        assertThat(PostgresCheck.of(Configs.keepingWal("512")))
                .extracting(Problem::path)
                .containsExactly("wal-keep-size");
    }
}
