package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Commands;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rendered compose file is what runs: compose and the program make the same stack of it, and manage each other's. */
@OnRealEngine
class ComposeObligation {
    private static final String LABEL = Docker.STACK + "=" + HA.name();

    @BeforeAll
    static void up() {
        Commands.require("docker-compose", "docker-compose");
        HA.up();
    }

    @Test
    void composeAcceptsTheFileAndSeesTheStackAsItsProject() {
        compose("config", "--quiet").expect(0);

        assertThat(compose("ps", "--quiet").expect(0).out().lines().sorted())
                .isEqualTo(Docker.here().ids(HA.name()))
                .isNotEmpty();
    }

    @Test
    void composeBringsUpTheSameStack() {
        Map<String, ContainerFacts> ours = facts();
        HA.run("down").expect(0);

        compose("up", "-d").expect(0);
        HA.awaitReady();

        assertThat(facts().keySet()).isEqualTo(ours.keySet()).isNotEmpty();
        facts().forEach((container, fact) -> assertThat(fact).as(container).isEqualTo(ours.get(container)));
        HA.run("down").expect(0);
        assertThat(Docker.here().containers(LABEL)).isEmpty();
        assertThat(Docker.here().networks(LABEL)).isEmpty();
    }

    private static Map<String, ContainerFacts> facts() {
        Map<String, ContainerFacts> facts = new TreeMap<>();
        Docker.here()
                .containers(LABEL)
                .forEach(name -> facts.put(name, ContainerFacts.of(Docker.here().inspect(name), HA.name())));
        return facts;
    }

    private static Outcome compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "docker-compose", "-f", HA.home().resolve("docker-compose.yml").toString()));
        command.addAll(List.of(arguments));
        return Commands.run(command);
    }
}
