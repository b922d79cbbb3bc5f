package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Backend;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.HttpsLoad;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application's nodes and the balancer's settings change under its clients, and none of them notices. */
@OnRealEngine
class ReloadObligation {
    private static final TestStack STACK = new TestStack(
            "e2e-reload",
            Path.of("src/test/resources/balancer.yaml").toAbsolutePath().toString(),
            19_000);
    private static final String DEMO = "This is demo1 of stack " + STACK.name() + ".";
    private static final int PER_SECOND = 500;

    /** Added, drained, undrained, removed, down to the demo and up again: each is one reload. */
    private static final List<String> ROUND =
            List.of("add app1", "add app2", "drain app1", "undrain app1", "remove app2", "remove app1 --force");

    private static Backend app1;
    private static Backend app2;

    @BeforeAll
    static void backends() {
        STACK.up();
        app1 = Backend.start(STACK, "app1");
        app2 = Backend.start(STACK, "app2");
    }

    @BeforeEach
    void up() {
        STACK.init().expect(0);
    }

    @AfterAll
    static void remove() {
        app1.close();
        app2.close();
        STACK.nuke();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void noRequestFailsDuringTwentyChangesOfTheNodes() {
        String before = balancer();
        int workers = workers();
        try (HttpsLoad load = HttpsLoad.begin(STACK, PER_SECOND)) {
            await("the demo answers").atMost(Duration.ofSeconds(20)).until(() -> load.answersOf(DEMO) > PER_SECOND);
            for (int change = 0; change < 20; change++) {
                change(ROUND.get(change % ROUND.size()));
            }
            await("both answer new clients")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> load.answersOf("app1") > 0 && load.answersOf("app2") > 0);
            double rate = load.end();

            assertThat(load.failures()).isEmpty();
            assertThat(rate).as("answered requests per second").isGreaterThan(0.9 * PER_SECOND);
        }
        assertThat(balancer()).as("the container, and since when it runs").isEqualTo(before);
        assertThat(workers() - workers).as("reloads").isEqualTo(20);
    }

    @Test
    void aDrainedNodeKeepsItsClientsAndGetsNoOthers() {
        change("add app1");
        change("add app2");
        change("drain app1");

        assertThat(STACK.run("node", "list").expect(0).out()).containsPattern("app1 +.* drain +L7OK/200 ");
        assertThat(answer("SERVERID=app1")).isEqualTo("app1");
        assertThat(List.of(answer(""), answer(""), answer(""), answer(""))).containsOnly("app2");
        STACK.run("node", "drain", "app2").complaining(2, "app2", "last node that takes new clients", "--force");
        STACK.run("node", "remove", "app3").complaining(2, "unknown node 'app3'");
        STACK.run("node", "add", "app3", app1.address()).complaining(2, app1.address(), "app1");
        assertThat(STACK.run("node", "list", "--output", "json")
                        .json()
                        .path("nodes")
                        .findValuesAsText("name"))
                .containsExactly("app1", "app2");
    }

    @Test
    void changedSettingsReloadAndASecondInitDoesNothing() {
        String before = balancer();

        assertThat(STACK.init("--set", "haproxy.inter=300", "--dry-run")
                        .expect(0)
                        .out())
                .isEqualTo("~ container  " + STACK.container("haproxy1") + " (reload: its configuration changed)\n");
        STACK.init("--set", "haproxy.inter=300").expect(0).saying("is ready after");
        STACK.init("--set", "haproxy.inter=300").expect(0).saying("is up already: nothing changed");

        assertThat(balancer()).isEqualTo(before);
    }

    @Test
    void aStackThatIsDownIsNotChanged() {
        Docker.here().run("stop", STACK.container("haproxy1"), STACK.container("demo1"));

        STACK.run("node", "add", "app1", "192.0.2.10:80").complaining(3, "is down", "hcdc init");
        STACK.run("node", "list").complaining(3, "is down", "hcdc init");
    }

    private static void change(String command) {
        List<String> words = new ArrayList<>(List.of(("node " + command).split(" ")));
        if (command.startsWith("add")) {
            words.add(command.endsWith("1") ? app1.address() : app2.address());
        }
        STACK.run(words.toArray(String[]::new)).expect(0);
    }

    /** Which container, and since when it runs. */
    private static String balancer() {
        return Docker.here().run("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", STACK.container("haproxy1"));
    }

    /** How many workers the balancer has started. */
    private static int workers() {
        return (int) Docker.here()
                .outcome("logs", STACK.container("haproxy1"))
                .expect(0)
                .err()
                .lines()
                .filter(line -> line.contains("New worker"))
                .count();
    }

    /** The first line of what a new client gets. */
    private static String answer(String cookie) {
        return HttpsLoad.once(STACK, cookie);
    }
}
