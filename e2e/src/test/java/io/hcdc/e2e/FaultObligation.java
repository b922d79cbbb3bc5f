package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Bystander;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.RedisReplies;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.Running;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fault does what its word says, seen by somebody else's eyes, and leaves no trace, even when the program is killed
 * in the middle of it: the next command heals and says so.
 */
@OnRealEngine
class FaultObligation {
    private static final TestStack REDIS = new TestStack(
            "e2e-faults",
            Path.of("src/test/resources/redis-sentinel.yaml").toAbsolutePath().toString(),
            17_000);
    private static final RedisReplies REPLIES = new RedisReplies(REDIS);
    private static final String HELPERS = "io.hcdc.helper";
    private static final String SMALL = "rds1";

    /** In milliseconds: more than an answer takes on a busy machine, less than a Sentinel waits for one. */
    private static final int DELAY = 300;

    private Bystander bystander;

    @BeforeAll
    static void smallDisk() {
        // Made before the stack, which takes it as its own: what fill-disk may fill.
        Docker.here()
                .run(
                        "volume",
                        "create",
                        "--driver",
                        "local",
                        "--opt",
                        "type=tmpfs",
                        "--opt",
                        "device=tmpfs",
                        "--opt",
                        "o=size=64m,uid=990,gid=990,mode=0700",
                        "--label",
                        Docker.STACK + "=" + REDIS.name(),
                        REDIS.name() + "-" + SMALL);
    }

    @BeforeEach
    void up() {
        REDIS.up();
        bystander = new Bystander(REDIS);
    }

    @AfterEach
    void away() {
        bystander.close();
    }

    @AfterAll
    static void nothingStays() {
        REDIS.nuke();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "stop", "pause", "kill-process:redis-server"})
    void faultOfAContainerIsHealedAfterTheProgramWasKilled(String fault) {
        survivesTheProgram(fault, node -> !isRunning(node));
    }

    @Test
    void isolatedNodeIsBackAtItsAddress() {
        String node = REDIS.master();
        String address = addressOf(node);
        killedInTheMiddleOf("isolate", node, () -> addressOf(node).isEmpty());
        healedByTheNextCommand("isolate");
        assertThat(addressOf(node)).isEqualTo(address);
        assertThat(bystander.traits(node)).contains("alias " + node);
        REDIS.awaitReady();
        // The engine has numbered its interface anew; after a restart it is the first again, as the other tests find
        // it.
        Docker.here().run("restart", REDIS.container(node));
        REDIS.awaitReady();
    }

    @Test
    void partitionedNodeIsCutFromItsPeersAndFromNobodyElse() {
        survivesTheProgram("partition", node -> {
            boolean cut = !REPLIES.answers(REPLIES.other(node), node) && !REPLIES.answers(node, REPLIES.other(node));
            if (cut) {
                assertThat(bystander.lossTo(node)).as("clients are kept").isLessThan(5);
                try (Resp client = REDIS.redis(node)) {
                    assertThat(client.text("PING")).isEqualTo("PONG");
                }
            }
            return cut;
        });
    }

    @Test
    void lossIsAsHighAsToldInEachDirection() {
        // A ping is lost on its way there or on its way back: 1 - 0.7 x 0.7 = 51 of a hundred.
        survivesTheProgram(
                "loss:30%",
                node -> {
                    double lost = bystander.lossTo(node);
                    assertThat(lost).isLessThan(75);
                    return lost > 30;
                });
    }

    @Test
    void throttledNodeSendsNoFasterThanTold() {
        REPLIES.keepSomethingBig();
        // Half a megabyte at a megabit a second takes four seconds.
        survivesTheProgram("throttle:1mbit", target -> REPLIES.fetch(target).toMillis() > 3_000);
        assertThat(REPLIES.fetch(REDIS.master())).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void delayedNodeAnswersEverybodySoMuchLaterAndNoSlowerThanThat() {
        String node = REDIS.master();
        if (!bystander.canDelay()) {
            REDIS.run("failover-test", node, "--fault", "delay")
                    .complaining(3, "neither netem nor queues for packets", "nothing was broken");
            nothingIsLeft();
            return;
        }
        REPLIES.keepSomethingBig();
        List<String> before = bystander.traits(node);
        assertThat(bystander.fastestAnswerOf(node)).as("before the drill").isLessThan(DELAY);
        killedInTheMiddleOf("delay:" + DELAY + "ms", node, () -> bystander.fastestAnswerOf(node) >= DELAY);
        assertThat(bystander.fastestAnswerOf(node))
                .as("nobody is there to heal it")
                .isBetween((double) DELAY, 2.0 * DELAY);
        assertThat(REPLIES.fastestReplyThroughPort(node)).isBetween((double) DELAY, 2.0 * DELAY);
        try (Bystander.Beside beside = bystander.beside(node)) {
            assertThat(beside.fastestAnswerOfLoopback()).isLessThan(DELAY);
        }
        // A connection that may have only two packets on their way would need more than fifteen.
        assertThat(REPLIES.fetch(node)).isLessThan(Duration.ofSeconds(10));
        healedByTheNextCommand("delay");
        REDIS.awaitReady();
        assertThat(bystander.fastestAnswerOf(node)).as("after the next command").isLessThan(DELAY);
        assertThat(bystander.traits(node)).isEqualTo(before);
    }

    @Test
    void fullDiskTakesNothingMoreAndIsFreeAgain() {
        survivesTheProgram("fill-disk", SMALL, node -> !canWrite(node));
        assertThat(canWrite(SMALL)).isTrue();
    }

    @Test
    void machinesOwnDiskIsNeverFilled() {
        REDIS.run("failover-test", REPLIES.other(SMALL), "--fault", "fill-disk")
                .complaining(3, "on the machine's own disk", "nothing was broken");
        nothingIsLeft();
    }

    @Test
    void processThatIsNotThereIsNamedWithThoseThatAre() {
        REDIS.run("failover-test", "rdsmaster", "--fault", "kill-process:redis-srver")
                .complaining(2, "no process 'redis-srver' runs in " + REDIS.master(), "did you mean redis-server?");
        nothingIsLeft();
    }

    @Test
    void whatTheMachineCannotDoIsRefusedBeforeAnythingIsTouched() {
        List<String> before = bystander.traits(REDIS.master());
        REDIS.run("failover-test", "rdsmaster", "--fault", "skew-clock:1h")
                .complaining(3, "the node tells the machine's time", "nothing was broken", "own-clocks=true");
        nothingIsLeft();
        assertThat(bystander.traits(REDIS.master())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"out, true", "in, false"})
    void aOneWayPartitionDropsOnlyWhatGoesThatWay(String direction, boolean heard) {
        String node = REDIS.master();
        Running drill = REDIS.start("failover-test", node, "--fault", "partition", "--direction", direction);
        try (Bystander.Beside beside = bystander.beside(node)) {
            await("packets are dropped")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> beside.isFiltered() || !drill.isAlive());
            assertThat(REPLIES.answers(REPLIES.other(node), node))
                    .as("no talk needs only one way")
                    .isFalse();
            assertThat(beside.hears(addressOf("sntl1")))
                    .as("what a sentinel sends that connects anew arrives")
                    .isEqualTo(heard);
        } finally {
            drill.interrupt();
            drill.end(Duration.ofSeconds(20)).expect(130);
        }
        nothingIsLeft();
        REDIS.awaitReady();
    }

    @Test
    void ofTwoPartitionsThatOverlapEachIsHealedByItself() {
        Path file = Artifacts.write("overlapping.yaml", """
                target: rdsmaster
                faults:
                  - {target: rds1, fault: partition, from: [rds2], for: 3s}
                  - {target: rds1, fault: partition, from: [rds2, rds3], for: 9s}
                """);
        Running drill = REDIS.start("drill", "run", file.toString());
        REPLIES.awaitAnswer("rds2", "rds1", false);
        REPLIES.awaitAnswer("rds3", "rds1", false);
        assertThat(REPLIES.answers("rds3", "rds2")).as("nobody cut them").isTrue();
        drill.awaitSaying("bring rds1 back");
        assertThat(REPLIES.answers("rds2", "rds1"))
                .as("still cut by the other one")
                .isFalse();
        REPLIES.awaitAnswer("rds2", "rds1", true);
        REPLIES.awaitAnswer("rds3", "rds1", true);
        drill.end(Duration.ofSeconds(120)).withoutStackTrace();
        nothingIsLeft();
        REDIS.awaitReady();
    }

    @Test
    void delayAndPartitionOfOneNodeDoNotKnowOfEachOther() {
        Path file = Artifacts.write("delayed-and-cut.yaml", """
                target: rdsmaster
                faults:
                  - {target: rds1, fault: "delay:300ms", for: 8s}
                  - {target: rds1, fault: partition, from: [rds2], for: 16s}
                """);
        Running drill = REDIS.start("drill", "run", file.toString());
        await("what rds1 sends to others is late")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bystander.fastestAnswerOf("rds1") >= DELAY);
        REPLIES.awaitAnswer("rds2", "rds1", false);
        drill.awaitSaying("bring rds1 back");
        await("it is late no more")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bystander.fastestAnswerOf("rds1") < DELAY);
        assertThat(REPLIES.answers("rds2", "rds1")).as("still cut").isFalse();
        REPLIES.awaitAnswer("rds2", "rds1", true);
        drill.end(Duration.ofSeconds(120)).withoutStackTrace();
        nothingIsLeft();
        REDIS.awaitReady();
    }

    @Test
    void ctrlCHealsSeveralFaultsWithinTwoSeconds() {
        Path file = Artifacts.write("several.yaml", """
                target: rdsmaster
                faults:
                  - {target: rds1, fault: "loss:30%"}
                  - {target: rds2, fault: pause}
                  - {target: rds3, fault: "throttle:1mbit"}
                """);
        Running drill = REDIS.start("drill", "run", file.toString());
        try (Bystander.Beside first = bystander.beside("rds1");
                Bystander.Beside third = bystander.beside("rds3")) {
            Callable<Boolean> broken = () -> first.isFiltered() && third.isShaped() && !isRunning("rds2");
            await("everything is broken")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> broken.call() || !drill.isAlive());
            drill.interrupt();
            await("nothing is broken any more")
                    .atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isRunning("rds2") && !first.isFiltered() && !third.isShaped());
        }
        drill.end(Duration.ofSeconds(20)).expect(130).withoutStackTrace();
        nothingIsLeft();
        REDIS.awaitReady();
    }

    @Test
    void ctrlCHealsWithinTwoSeconds() {
        String node = REDIS.master();
        Running drill = REDIS.start("failover-test", node, "--fault", "loss:30%");
        try (Bystander.Beside beside = bystander.beside(node)) {
            await("packets are lost")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> beside.isFiltered() || !drill.isAlive());
            drill.interrupt();
            await("none are lost any more")
                    .atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !beside.isFiltered());
        }
        drill.end(Duration.ofSeconds(20)).expect(130).saying("interrupted: heal " + node);
        nothingIsLeft();
        REDIS.awaitReady();
    }

    /** On the master. */
    private void survivesTheProgram(String fault, Predicate<String> effect) {
        survivesTheProgram(fault, REDIS.master(), effect);
    }

    private void survivesTheProgram(String fault, String node, Predicate<String> effect) {
        List<String> before = bystander.traits(node);
        assertThat(effect.test(node)).as("before the drill").isFalse();
        killedInTheMiddleOf(fault, node, () -> effect.test(node));
        assertThat(effect.test(node)).as("nobody is there to heal it").isTrue();
        healedByTheNextCommand(fault);
        REDIS.awaitReady();
        assertThat(effect.test(node)).as("after the next command").isFalse();
        assertThat(bystander.traits(node)).isEqualTo(before);
    }

    private void killedInTheMiddleOf(String fault, String node, Callable<Boolean> effect) {
        Running drill = REDIS.start("failover-test", node, "--fault", fault);
        try {
            await(fault + " has its effect")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> effect.call() || !drill.isAlive());
        } finally {
            drill.kill();
        }
        drill.end(Duration.ofSeconds(20)).expect(137);
    }

    private void healedByTheNextCommand(String fault) {
        REDIS.run("status").saying("heal what an interrupted drill left behind").saying("after " + fault);
        nothingIsLeft();
        assertThat(REDIS.run("status").err()).doesNotContain("heal");
    }

    private static void nothingIsLeft() {
        assertThat(Docker.here().containers(Docker.STACK + "=" + REDIS.name()))
                .noneMatch(name -> name.contains("-fault-"));
        assertThat(Docker.here().containers(HELPERS)).noneMatch(name -> name.startsWith(REDIS.name()));
    }

    private static boolean isRunning(String node) {
        var state = Docker.here().inspect(REDIS.container(node)).path("State");
        return state.path("Running").asBoolean() && !state.path("Paused").asBoolean();
    }

    private static String addressOf(String node) {
        return Docker.here()
                .inspect(REDIS.container(node))
                .path("NetworkSettings")
                .path("Networks")
                .path(REDIS.name())
                .path("IPAddress")
                .asText();
    }

    private static boolean canWrite(String node) {
        return Docker.here()
                        .outcome(
                                "exec",
                                "--user",
                                "990",
                                REDIS.container(node),
                                "sh",
                                "-c",
                                "head -c 65536 /dev/zero > /data/probe && rm /data/probe")
                        .exit()
                == 0;
    }
}
