package io.hcdc.e2e;

import static io.hcdc.e2e.harness.Docker.STACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.api.Component;
import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every component owes, whatever it serves: proved with a stack of it alone. A new component is found by itself. */
@OnRealEngine
class ComponentObligation {
    private static final String NAME = "e2e-alone";
    private static final String LABEL = STACK + "=" + NAME;

    /** Well below the ten seconds after which an impatient engine kills. */
    private static final int SECONDS_TO_STOP = 3;

    static Stream<String> components() {
        return ServiceLoader.load(Component.class).stream()
                .map(found -> found.get().type())
                .sorted();
    }

    @AfterEach
    void remove() {
        if (!Docker.here().traces(NAME).isEmpty()) {
            Hcdc.here().run("nuke", "--name", NAME, "--yes").expect(0);
        }
    }

    @Test
    void thereAreComponents() {
        assertThat(components()).contains("redis", "postgres", "nfs", "haproxy", "ldap");
    }

    @ParameterizedTest
    @MethodSource("components")
    void isReadyStopsProperlyComesBackAndIsMissedWhenItHangs(String type) {
        TestStack stack = alone(type);
        stack.up();
        everyNodeHasARole(stack);

        stopsByItself();
        stack.up();

        isMissedWhenItHangs(stack);
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyProcessMindsAClockOfItsOwnOrTheComponentSaysWhyNot(String type) {
        TestStack stack = alone(type);
        stack.init("--set", "own-clocks=true").expect(0);
        everyNodeHasARole(stack);

        for (String container : Docker.here().containers(LABEL)) {
            if (!saysWhyItHasNoClock(container)) {
                mindsItsClock(container);
            }
        }
    }

    private static void mindsItsClock(String container) {
        // One that has just begun has not loaded anything yet.
        await(container + " has no process that minds the machine's clock alone")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(withoutClock(container)).isEmpty());
        assertThat(timeOf(container, "+86400") - Instant.now().getEpochSecond())
                .as("seconds by which " + container + " is ahead")
                .isBetween(86_400L - 60, 86_400L + 60);
    }

    /** Its component knows that its server cannot run with one. */
    private static boolean saysWhyItHasNoClock(String container) {
        return Docker.here().inspect(container).at("/Config/Env").toString().contains("HCDC_NO_CLOCK=");
    }

    /** The names of its processes that have not loaded what a wrong clock comes from. */
    private static List<String> withoutClock(String container) {
        List<String> names = new ArrayList<>();
        for (long pid : Docker.here().processes(container)) {
            Path process = Path.of("/proc", String.valueOf(pid));
            try {
                String maps = Files.readString(process.resolve("maps"));
                // Who has ended meanwhile has none.
                if (!maps.isEmpty() && !maps.contains("/libfaketime.so")) {
                    names.add(Files.readString(process.resolve("comm")).strip());
                }
            } catch (IOException e) {
                assertThat(process).as("unreadable: " + e.getMessage()).doesNotExist();
            }
        }
        return names;
    }

    /** In seconds, once its clock was set. */
    private static long timeOf(String container, String offset) {
        return Long.parseLong(Docker.here()
                .run("exec", container, "sh", "-c", "echo " + offset + " > $FAKETIME_TIMESTAMP_FILE; date +%s"));
    }

    @ParameterizedTest
    @MethodSource("components")
    void isDescribedRegisteredAndInAStack(String type) {
        assertThat(Hcdc.ROOT.resolve(type).resolve("README.md")).isNotEmptyFile();
        assertThat(Hcdc.ROOT.resolve(type).resolve("src/main/resources/META-INF/services/io.hcdc.api.Component"))
                .isNotEmptyFile();
        List<String> used = new ArrayList<>();
        Hcdc.here()
                .run("stacks", "--output", "json")
                .expect(0)
                .json()
                .findValues("components")
                .forEach(components -> components.forEach(component -> used.add(component.asText())));
        assertThat(used).contains(type);
    }

    private static TestStack alone(String type) {
        return new TestStack(NAME, Artifacts.write(type + ".yaml", type + ":\n").toString(), 17_000);
    }

    private static void everyNodeHasARole(TestStack stack) {
        JsonNode status = stack.status();
        assertThat(status.path("ready").asBoolean()).as(status.toPrettyString()).isTrue();
        assertThat(status.path("nodes")).isNotEmpty();
        status.path("nodes")
                .forEach(node -> assertThat(node.path("role").asText())
                        .as("role of " + node)
                        .isNotEmpty());
    }

    /** On the signal that it is to stop by, and before the engine loses its patience and kills it: that would be 137. */
    private static void stopsByItself() {
        List<String> containers = Docker.here().containers(LABEL);
        List<String> stop = new ArrayList<>(List.of("stop", "--time", String.valueOf(SECONDS_TO_STOP)));
        stop.addAll(containers);
        Docker.here().run(stop.toArray(String[]::new));
        for (String container : containers) {
            assertThat(Docker.here().inspect(container).at("/State/ExitCode").asInt())
                    .as("exit code of " + container + " after its stop signal")
                    .isIn(0, 128 + 15, 128 + 10);
        }
    }

    private static void isMissedWhenItHangs(TestStack stack) {
        String node = stack.status().at("/nodes/0/node").asText();
        Docker.here().run("pause", stack.container(node));

        Outcome status = stack.run("status");

        status.expect(1).saying("not ready: ");
        assertThat(status.took()).isLessThan(Duration.ofSeconds(6));
    }
}
