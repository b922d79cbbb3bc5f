package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.Running;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where every node has a clock of its own, one can be wrong and all others right: by the servers' own word, asked by
 * somebody else, also when the program is killed meanwhile.
 */
@OnRealEngine
class ClockObligation {
    private static final TestStack CLOCKS = new TestStack(
            "e2e-clocks",
            Path.of("src/test/resources/redis-sentinel.yaml").toAbsolutePath().toString(),
            21_000);

    /** A busy machine may take its time between two answers; no clock here is ever off by so little. */
    private static final Duration NEXT_TO_NOTHING = Duration.ofSeconds(15);

    @BeforeEach
    void up() {
        CLOCKS.init("--set", "own-clocks=true").expect(0);
        CLOCKS.awaitReady();
    }

    @AfterAll
    static void nothingStays() {
        CLOCKS.nuke();
    }

    @Test
    void theMasterAloneIsAnHourAheadUntilItIsHealed() {
        String master = CLOCKS.master();
        Running drill = CLOCKS.start("failover-test", "rdsmaster", "--fault", "skew-clock:1h");
        try {
            awaitOff(master, Duration.ofHours(1), drill);
            others(master).forEach(node -> assertRight(node));
        } finally {
            drill.end(Duration.ofSeconds(120)).expect(0).saying("verdict: pass");
        }
        awaitRight(master);
    }

    @Test
    void isHealedByTheNextCommandWhenTheProgramWasKilled() {
        String master = CLOCKS.master();
        killedWhileLate(master);
        assertThat(off(master)).as("nobody is there to heal it").isLessThan(Duration.ofMinutes(-59));
        healedByTheNextCommand();
        awaitRight(master);
        CLOCKS.awaitReady();
    }

    @Test
    void endsWithTheContainer() {
        String replica = others(CLOCKS.master()).get(0);
        killedWhileLate(replica);
        Docker.here().run("restart", CLOCKS.container(replica));
        awaitRight(replica);
        healedByTheNextCommand();
        assertRight(replica);
        CLOCKS.awaitReady();
    }

    /** What Redis calls TILT: for thirty seconds it takes part in no decision. */
    @Test
    void aSentinelWhoseClockJumpsOnlyWatches() {
        Running drill = CLOCKS.start("failover-test", "sntl1", "--fault", "skew-clock:-1h", "--workload-cmd", "true");
        try {
            await("sntl1 is in TILT")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> isTilted(1) || !drill.isAlive());
            assertThat(Stream.of(1, 2, 3).filter(ClockObligation::isTilted)).containsExactly(1);
        } finally {
            drill.interrupt();
            drill.end(Duration.ofSeconds(30)).expect(130);
        }
        await("sntl1 takes part again")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !isTilted(1));
        CLOCKS.awaitReady();
    }

    private static void killedWhileLate(String node) {
        Running drill = CLOCKS.start("failover-test", node, "--fault", "skew-clock:-1h");
        try {
            awaitOff(node, Duration.ofHours(-1), drill);
        } finally {
            drill.kill();
        }
        drill.end(Duration.ofSeconds(20)).expect(137);
    }

    private static void healedByTheNextCommand() {
        CLOCKS.run("status")
                .saying("heal what an interrupted drill left behind")
                .saying("after skew-clock:-1h");
        assertThat(CLOCKS.run("status").err()).doesNotContain("heal");
    }

    private static void awaitOff(String node, Duration amount, Running drill) {
        await(node + " is off by " + amount)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isNearly(off(node), amount) || !drill.isAlive());
        assertThat(isNearly(off(node), amount)).as("the drill has ended before").isTrue();
    }

    private static void awaitRight(String node) {
        await(node + " tells the right time")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> isNearly(off(node), Duration.ZERO));
    }

    private static void assertRight(String node) {
        assertThat(off(node)).as(node).isBetween(NEXT_TO_NOTHING.negated(), NEXT_TO_NOTHING);
    }

    private static boolean isNearly(Duration off, Duration amount) {
        return off.minus(amount).abs().compareTo(NEXT_TO_NOTHING) < 0;
    }

    /** By how much a server's own time differs from this machine's. */
    private static Duration off(String node) {
        try (Resp client = CLOCKS.redis(node)) {
            long seconds = Long.parseLong(client.list("TIME").get(0));
            return Duration.between(Instant.now(), Instant.ofEpochSecond(seconds));
        }
    }

    private static List<String> others(String node) {
        return Stream.of("rds1", "rds2", "rds3")
                .filter(other -> !other.equals(node))
                .toList();
    }

    private static boolean isTilted(int sentinel) {
        try (Resp client = new Resp(9000 + CLOCKS.offset() + sentinel - 1, CLOCKS.secret("sentinel-password"))) {
            return client.text("INFO", "sentinel").contains("sentinel_tilt:1");
        }
    }
}
