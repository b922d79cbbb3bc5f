package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.NfsExport;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Relay;
import io.hcdc.e2e.harness.TestStack;
import io.hcdc.nfs.client.NfsClient;
import io.hcdc.nfs.client.NfsFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls the server that serves: the other one does, and a client that is not ours reads all that was acknowledged. */
@OnRealEngine
class NfsPairObligation {
    private static final TestStack STACK = new TestStack(
            "e2e-nfs",
            Path.of("src/test/resources/nfs-pair.yaml").toAbsolutePath().toString(),
            20_000);

    private static final TestStack ON_OVERLAY = new TestStack("e2e-overlay", STACK.source(), 20_500);

    /** On a busy machine all takes longer than on a quiet one; most of it is the engine's time. */
    private static final double LONGEST_OUTAGE_MS = 4_000;

    private static final int GRACE_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    }

    @Test
    void oneServesTheOtherWaitsAndStatusSaysSo() {
        JsonNode nodes = STACK.status().path("nodes");
        List<String> serving = export().serving();

        assertThat(serving).hasSize(1);
        for (JsonNode node : nodes) {
            assertThat(node.path("role").asText())
                    .isEqualTo(serving.contains(node.path("node").asText()) ? "active" : "standby");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 1 << 20, 32 << 20})
    void aFileComesBackAsItWentIn(int size) throws IOException {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        try (NfsClient client = new NfsClient(List.of(export().address()), "e2e-" + System.nanoTime())) {
            NfsFile there = client.create("round-trip-" + size, PATIENCE);

            there.writeAll(file, PATIENCE);

            assertThat(there.length(PATIENCE).bytes()).isEqualTo(size);
            assertThat(sha256(there.readAll(PATIENCE).data())).isEqualTo(sha256(file));
            client.remove("round-trip-" + size, PATIENCE);
        }
    }

    /** The server has not changed, so it still knows what is open. */
    @Test
    void aClientWhoseConnectionBreaksGoesOn() throws IOException {
        try (Relay relay = new Relay(export().address());
                NfsClient client = new NfsClient(List.of(relay.address()), "e2e-" + System.nanoTime())) {
            NfsFile there = client.create("cut", PATIENCE);
            for (byte number = 0; number < 5; number++) {
                byte[] written = {number};

                relay.cut();

                there.writeAll(written, PATIENCE);
                assertThat(there.readAll(PATIENCE).data()).isEqualTo(written);
            }
            client.remove("cut", PATIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "stop", "isolate", "restart"})
    void aLostServerIsReplacedAndNothingAcknowledgedIsLost(String fault) {
        JsonNode round = drill(fault);

        assertThat(round.path("outageMs").asDouble()).isBetween(0.0, LONGEST_OUTAGE_MS);
        assertThat(round.path("stages").findValuesAsText("stage")).contains("PROMOTED");
        if (!fault.equals("restart")) {
            assertThat(round.path("leaderAfter").asText())
                    .isNotEqualTo(round.path("leaderBefore").asText());
        }
    }

    /** What was not on the disk yet is written again, to whoever serves then. */
    @Test
    void aLargeFileIsWholeThoughItsServerWasKilledMeanwhile() throws Exception {
        byte[] file = new byte[32 << 20];
        new Random(1).nextBytes(file);
        String first = export().serving().get(0);
        try (NfsClient client = new NfsClient(List.of(export().address()), "e2e-" + System.nanoTime())) {
            NfsFile there = client.create("large", PATIENCE);
            CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                await("some of it is there")
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .until(() -> there.length(PATIENCE).bytes() > 0);
                Docker.here().run("kill", STACK.container(first));
            });

            there.writeAll(file, PATIENCE);

            killed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(sha256(there.readAll(PATIENCE).data())).isEqualTo(sha256(file));
            client.remove("large", PATIENCE);
        }
    }

    /** Its interface has another name after that. */
    @Test
    void aServerThatWasCutOffServesAgainWhenTheOtherOneIsLost() {
        String first = drill("isolate").path("leaderBefore").asText();

        JsonNode second = drill("kill");

        assertThat(second.path("leaderBefore").asText()).isNotEqualTo(first);
        assertThat(second.path("leaderAfter").asText()).isEqualTo(first);
        assertThat(export().serving()).containsExactly(first);
    }

    @Test
    void aFrozenServerIsReplacedByNobody() {
        String frozen = export().serving().get(0);
        Docker.here().run("pause", STACK.container(frozen));

        STACK.run("status").expect(1).saying("nobody serves", "waits for the lock");

        Docker.here().run("unpause", STACK.container(frozen));
        STACK.awaitReady();
        assertThat(export().serving()).containsExactly(frozen);
    }

    /** It might come back and reclaim what it had open. */
    @Test
    void afterATakeOverSomethingNewWaitsForAClientThatStaysAwayNoLongerThanGrace() throws IOException {
        String first = export().serving().get(0);
        try (NfsClient away = new NfsClient(List.of(published(first)), "e2e-away-" + System.nanoTime());
                NfsClient fresh = new NfsClient(List.of(export().address()), "e2e-new-" + System.nanoTime())) {
            away.create("left-open", PATIENCE);
            Docker.here().run("kill", STACK.container(first));
            long began = System.nanoTime();

            fresh.create("new", PATIENCE);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(GRACE_SECONDS - 1), Duration.ofSeconds(GRACE_SECONDS + 3));
        }
    }

    @Test
    void aVolumeWhoseFilesHaveNoHandlesIsNamed() {
        Path layers = Artifacts.folder().resolve("layers");
        for (String layer : List.of("lower", "upper", "work")) {
            assertThat(layers.resolve(layer).toFile().mkdirs()).isTrue();
        }
        Docker.here()
                .run(
                        "volume",
                        "create",
                        "--label",
                        Docker.STACK + "=" + ON_OVERLAY.name(),
                        "--opt",
                        "type=overlay",
                        "--opt",
                        "device=overlay",
                        "--opt",
                        "o=lowerdir=" + layers + "/lower,upperdir=" + layers + "/upper,workdir=" + layers + "/work",
                        ON_OVERLAY.name() + "-nfs");
        try {
            ON_OVERLAY
                    .init()
                    .complaining(1, "/export is on overlayfs, whose files cannot be addressed by handle", "hcdc logs");
        } finally {
            ON_OVERLAY.nuke();
        }
    }

    private static InetSocketAddress published(String node) {
        return new InetSocketAddress("127.0.0.1", 2049 + STACK.offset() + (node.equals("nfs1") ? 0 : 1));
    }

    private static NfsExport export() {
        return new NfsExport(STACK);
    }

    /** @return the only round of a drill that passes, and whose books agree with the file */
    private static JsonNode drill(String fault) {
        JsonNode report = STACK.run("failover-test", "nfs", "--fault", fault, "--keep-writes", "--output", "json")
                .expect(0)
                .json();
        JsonNode round = report.path("drill").path("rounds").path(0);
        Ledger ledger = Ledger.of(
                report.path("drill"), export(), round.path("leaderAfter").asText());
        assertThat(ledger.acknowledged()).hasSize(round.path("acknowledged").asInt());
        ledger.requireAll();
        assertThat(round.path("lost").asInt()).isZero();
        assertThat(round.path("splitMs").asDouble()).isZero();
        await("one serves, as the drill says")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(export().serving())
                        .containsExactly(round.path("leaderAfter").asText()));
        return round;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
