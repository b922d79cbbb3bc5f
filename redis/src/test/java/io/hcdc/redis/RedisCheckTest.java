package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisCheckTest {

    @Test
    void defaultsAreSound() {
        assertThat(RedisCheck.of(RedisConfig.DEFAULTS)).isEmpty();
        assertThat(RedisCheck.of(Configs.standalone())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replicas, 0",
        "replicas, -1",
        "sentinels, 0",
        "quorum, 4",
        "quorum, 0",
        "port, 0",
        "port, 65534",
        "sentinel-port, 70000",
        "sentinel-port, 6380",
        "down-after-milliseconds, 99",
        "failover-timeout, 0",
        "min-replicas-to-write, 3",
        "min-replicas-to-write, -1",
        "min-replicas-max-lag, 0"
    })
    void eachWrongValueIsReportedOnceWhereItStandsWithAHint(String path, int value) {
        List<Problem> problems = RedisCheck.of(Configs.with(Map.of(path, value)));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.hint()).isNotEmpty();
        });
    }

    @Test
    void allWrongValuesAreReportedAtOnce() {
        RedisConfig config = Configs.with(Map.of(
                "replicas",
                0,
                "sentinels",
                0,
                "quorum",
                0,
                "port",
                -1,
                "down-after-milliseconds",
                0,
                "failover-timeout",
                0,
                "min-replicas-max-lag",
                0));
        assertThat(RedisCheck.of(config))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "replicas",
                        "sentinels",
                        "quorum",
                        "port",
                        "down-after-milliseconds",
                        "failover-timeout",
                        "min-replicas-max-lag");
    }

    @Test
    void whatIsDangerousButWorksIsAllowed() {
        assertThat(RedisCheck.of(Configs.with(
                        Map.of("sentinels", 1, "quorum", 1, "min-replicas-to-write", 0, "failover-timeout", 1000))))
                .isEmpty();
    }

    @Test
    void adjacentPortRangesDoNotOverlap() {
        assertThat(RedisCheck.of(Configs.with(Map.of("sentinel-port", 6382)))).isEmpty();
        assertThat(RedisCheck.of(Configs.with(Map.of("sentinel-port", 6376)))).isEmpty();
        assertThat(RedisCheck.of(Configs.with(Map.of("sentinel-port", 6377))))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("ports 6377 to 6379 overlaps the data nodes' ports 6379 to 6381");
    }

    @Test
    void standaloneMindsOnlyItsOwnPort() {
        RedisConfig sentinel = Configs.with(Map.of("port", 65_535, "sentinels", 0, "quorum", 9));
        RedisConfig standalone = new RedisConfig(
                RedisConfig.Topology.STANDALONE, sentinel.port(), 0, 0, 0, 9, 0, 0, 0, 0, 0, sentinel.appendfsync());
        assertThat(RedisCheck.of(standalone)).isEmpty();
    }
}
