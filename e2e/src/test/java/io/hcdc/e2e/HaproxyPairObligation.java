package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.AddressProbe;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.HttpsLoad;
import io.hcdc.e2e.harness.Isolation;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.TestStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls the HAProxy that owns the address: the other one answers there, and goes on when the first returns. */
@OnRealEngine
class HaproxyPairObligation {
    private static final TestStack STACK = new TestStack(
            "e2e-pair",
            Path.of("src/test/resources/haproxy-pair.yaml").toAbsolutePath().toString(),
            22_200);

    /** Three missing advertisements are 0.3 s; the rest is for the engine and a busy machine. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(3);

    /** A HAProxy that hangs is asked twice, a second each, with a second between. */
    private static final Duration HUNG_TAKE_OVER = Duration.ofSeconds(10);

    /** A frozen kernel keeps the address for three seconds at most. */
    private static final Duration LIFETIME = Duration.ofSeconds(5);

    /** An election takes less than half a second, the repetition of an announcement one. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static AddressProbe probe;

    @BeforeAll
    static void begin() {
        STACK.up();
        probe = AddressProbe.begin(STACK);
    }

    /** What a failed test broke is whole again. */
    @BeforeEach
    void up() {
        STACK.up();
    }

    @AfterEach
    void thaw() {
        Docker.here().paused(STACK.name()).forEach(container -> Docker.here().run("unpause", container));
    }

    @AfterAll
    static void remove() {
        STACK.nuke();
        probe.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "stop", "kill the worker"})
    void theOtherNodeAnswersAndTheOneThatReturnsDoesNotTakeItBack(String fault) throws Exception {
        String owner = probe.owner();
        String other = other(owner);
        long broken = System.nanoTime();

        AutoCloseable back = broken(owner, fault);

        probe.awaitOwner(other, broken, TAKE_OVER);
        assertThat(masters()).containsExactly(other);
        requireNoChangeBy(back, other);
    }

    /** Each of the two in turn: whoever takes over outranks the one that may merely have been frozen. */
    @Test
    void aFrozenOwnerHasLostTheAddressInItsOwnKernelAndDoesNotTakeItBack() throws Exception {
        for (String owner : List.of(probe.owner(), other(probe.owner()))) {
            assertThat(probe.owner()).isEqualTo(owner);
            long broken = System.nanoTime();

            AutoCloseable back = broken(owner, "pause");

            probe.awaitOwner(other(owner), broken, TAKE_OVER);
            await(owner + " has the address no longer")
                    .atMost(LIFETIME)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !kernelHasTheAddress(owner));
            assertThat(kernelHasTheAddress(other(owner))).isTrue();
            assertThat(Docker.here().paused(STACK.name())).containsExactly(STACK.container(owner));
            requireNoChangeBy(back, other(owner));
        }
    }

    /** Its interface has another name after that. */
    @Test
    void aNodeThatWasCutOffTakesOverWhenTheOtherOneIsLost() throws Exception {
        String first = probe.owner();
        String second = other(first);
        long broken = System.nanoTime();
        AutoCloseable connected = broken(first, "isolate");
        probe.awaitOwner(second, broken, TAKE_OVER);
        assertThat(masters()).containsExactly(second);
        requireNoChangeBy(connected, second);
        long brokenAgain = System.nanoTime();

        AutoCloseable started = broken(second, "kill");

        probe.awaitOwner(first, brokenAgain, TAKE_OVER);
        requireNoChangeBy(started, first);
    }

    @Test
    void aHaproxyThatHangsGivesTheAddressUp() throws Exception {
        String owner = probe.owner();
        long broken = System.nanoTime();

        AutoCloseable back = broken(owner, "hang");

        probe.awaitOwner(other(owner), broken, HUNG_TAKE_OVER);
        assertThat(masters()).containsExactly(other(owner));
        requireNoChangeBy(back, other(owner));
    }

    /** What moves the address runs beside HAProxy's master, which tells all it has started when it reads its file anew. */
    @Test
    void reloadsLeaveTheAddressWhereItIsAndAnOwnerThatReloadedIsReplaced() throws Exception {
        String owner = probe.owner();
        requireNoChangeBy(() -> STACK.init("--set", "haproxy.inter=300").expect(0), owner);
        requireNoChangeBy(() -> STACK.init("--set", "haproxy.inter=301").expect(0), owner);
        long broken = System.nanoTime();

        AutoCloseable back = broken(owner, "stop");

        probe.awaitOwner(other(owner), broken, TAKE_OVER);
        requireNoChangeBy(back, other(owner));
    }

    @Test
    void aHungNodeOfTheApplicationCostsNoRequestAndIsTakenOutOfBoth() throws Exception {
        InetSocketAddress https = STACK.virtual("https").orElseThrow();
        try (HttpsLoad load = HttpsLoad.begin(STACK, https, 200)) {
            await("both answer")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> load.answersOf(demo(1)) > 50 && load.answersOf(demo(2)) > 50);

            AutoCloseable back = broken("demo1", "pause");

            await("it is out of both")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> details().stream().noneMatch(detail -> detail.contains("demo1 up")));
            assertThat(details()).hasSize(2).allMatch(detail -> detail.contains("demo2 up"));
            int before = load.answersOf(demo(1));
            back.close();
            STACK.awaitReady();
            await("it answers again").atMost(Duration.ofSeconds(10)).until(() -> load.answersOf(demo(1)) > before);
            double rate = load.end();

            assertThat(load.failures()).isEmpty();
            assertThat(rate).as("answered requests per second").isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy.cfg", "keepalived.conf"})
    void everyConfigurationThatWasReviewedIsOneThatItsProgramTakes(String name) throws IOException {
        String container = STACK.container("haproxy1");
        for (Path file : reviewed(name)) {
            Docker.here().run("cp", file.toString(), container + ":/tmp/" + name);

            Outcome check = name.equals("haproxy.cfg")
                    ? Docker.here().outcome("exec", container, "haproxy", "-c", "-W", "-f", "/tmp/" + name)
                    : Docker.here()
                            .outcome("exec", container, "keepalived", "--config-test", "--use-file", "/tmp/" + name);

            assertThat(check.expect(0).out() + check.err()).as(file.toString()).doesNotContain("[WARNING]", "/tmp/");
        }
    }

    private static List<Path> reviewed(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Hcdc.ROOT.resolve("cli/src/test/resources/golden"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(name)).sorted().toList();
            assertThat(found).hasSizeGreaterThan(1);
            return found;
        }
    }

    /** Neither the return nor what follows moves the address or costs an answer. */
    private static void requireNoChangeBy(AutoCloseable back, String owner) throws Exception {
        long asked = System.nanoTime();
        back.close();
        await(owner + " alone answers, without a gap")
                .during(QUIET)
                .atMost(QUIET.plusSeconds(2))
                .until(() -> probe.notAnsweredBy(owner, asked), List::isEmpty);
        STACK.awaitReady();
        assertThat(probe.notAnsweredBy(owner, asked)).isEmpty();
        assertThat(masters()).containsExactly(owner);
    }

    /** @return what takes the fault back */
    private static AutoCloseable broken(String node, String fault) {
        String container = STACK.container(node);
        return switch (fault) {
            case "kill", "stop" -> {
                Docker.here().run(fault, container);
                yield () -> Docker.here().run("start", container);
            }
            case "pause" -> {
                Docker.here().run("pause", container);
                yield () -> Docker.here().run("unpause", container);
            }
            case "kill the worker" -> {
                signal(container, "KILL", worker(container));
                yield () -> Docker.here().run("start", container);
            }
            case "hang" -> {
                String worker = worker(container);
                signal(container, "STOP", worker);
                yield () -> signal(container, "CONT", worker);
            }
            case "isolate" -> new Isolation(STACK, node);
            default -> throw new AssertionError(fault);
        };
    }

    /** The process that serves, not the one that watches it. */
    private static String worker(String container) {
        String ask = "echo show info | socat - UNIX-CONNECT:/run/haproxy.sock | sed -n 's/^Pid: //p'";
        return Docker.here().run("exec", container, "bash", "-c", ask);
    }

    private static void signal(String container, String name, String process) {
        // A word of bash's own: the image has no such program.
        Docker.here().run("exec", container, "bash", "-c", "kill -" + name + " " + process);
    }

    /** Asked of the kernel, as a frozen node can run nothing. */
    private static boolean kernelHasTheAddress(String node) throws IOException {
        String process = Docker.here().run("inspect", "--format", "{{.State.Pid}}", STACK.container(node));
        return Files.readString(Path.of("/proc", process, "net", "fib_trie"))
                .contains("-- " + probe.address() + System.lineSeparator());
    }

    /** Who owns the address, as status says. */
    private static List<String> masters() {
        return balancers()
                .filter(node -> node.path("role").asText().equals("master"))
                .map(node -> node.path("node").asText())
                .toList();
    }

    /** What the two say of the application's nodes. */
    private static List<String> details() {
        return balancers().map(node -> node.path("detail").asText()).toList();
    }

    private static Stream<JsonNode> balancers() {
        JsonNode nodes = STACK.status().path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("node").asText().startsWith("haproxy"));
    }

    private static String demo(int number) {
        return "This is demo" + number + " of stack " + STACK.name() + ".";
    }

    private static String other(String node) {
        return node.equals("haproxy1") ? "haproxy2" : "haproxy1";
    }
}
