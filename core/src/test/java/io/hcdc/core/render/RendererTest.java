package io.hcdc.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import io.hcdc.testkit.Golden;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RendererTest {
    private final Stack stack = Stacks.solo("alpha.nodes=2");
    private final Rendering rendering = Stacks.render(stack);

    @Test
    void rendersAFilePerMountAndTheComposeFile() {
        assertThat(rendering.files())
                .containsOnlyKeys(
                        "secrets/alpha-password",
                        "trust/hipc.pem",
                        "config/a1/fake.conf",
                        "config/a2/fake.conf",
                        "config/b1/fake.conf",
                        "docker-compose.yml");
        assertThat(rendering.files().get("config/a2/fake.conf")).isEqualTo("""
                        # a2 of hcdc
                        greeting hello
                        password secret
                        peer a1 10.77.64.11
                        peer a2 10.77.64.12
                        peer b1 10.77.64.13
                        """);
    }

    @Test
    void templatesFindWhoServesAnEndpointOfAnotherComponent() {
        Stack fronted = Stacks.solo("alpha.nodes=2", "port-offset=100", "beta.fronts={9000: alpha.alpha}");
        assertThat(Stacks.render(fronted).files().get("config/b1/fake.conf")).endsWith("""
                        front 9000 alpha.alpha fake secret /data
                        server a1 10.77.64.11 7100
                        server a2 10.77.64.12 7101
                        """);
    }

    @Test
    void rendersTheComposeFileThatRunsTheSame() {
        Golden.matches(
                "docker-compose.yml", Golden.withoutHashes(rendering.files().get("docker-compose.yml")));
    }

    @Test
    void clocksOfTheirOwnAreInEveryContainersEnvironment() {
        Rendering own = Stacks.render(Stacks.solo("alpha.nodes=2", "own-clocks=true"));
        assertThat(rendering.containers())
                .allSatisfy(one -> assertThat(one.environment()).isEmpty());
        assertThat(own.containers())
                .allSatisfy(one -> assertThat(one.environment()).containsKeys("LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE"));
        Golden.matches(
                "docker-compose-own-clocks.yml",
                Golden.withoutHashes(own.files().get("docker-compose.yml")));
    }

    @Test
    void whateverAPathHoldsTheComposeFileIsYaml() {
        Rendering strange = new Renderer()
                .render(
                        stack,
                        new Home(Path.of("/a \"b\"/c\\d/$e: #f")),
                        new Secrets(Map.of()),
                        new TrustStore(Map.of("trust/hipc.pem", "")));
        Map<String, Map<String, Map<String, Map<String, String>>>> compose =
                new Yaml().load(strange.files().get("docker-compose.yml"));
        assertThat(compose.get("services").get("a1").get("labels"))
                .as("a dollar is doubled, as compose would replace what follows it")
                .containsEntry(Labels.HOME, "/a \"b\"/c\\d/$$e: #f");
    }

    @Test
    void givesEveryContainerItsPlace() {
        ContainerSpec second = rendering.containers().get(1);
        assertThat(second.name()).isEqualTo("hcdc-a2");
        assertThat(second.hostName()).isEqualTo("a2");
        assertThat(second.network()).isEqualTo("hcdc");
        assertThat(second.address()).isEqualTo("10.77.64.12");
        assertThat(second.hosts()).isEqualTo(stack.addresses());
        assertThat(second.binds())
                .containsEntry("/nowhere/hcdc/config/a2/fake.conf", "/etc/fake.conf")
                .containsEntry("/nowhere/hcdc/trust/hipc.pem", "/etc/fake.pem");
        assertThat(second.volumes()).containsOnly(Map.entry("hcdc-a2", "/data"));
        assertThat(second.ports()).containsOnly(Map.entry(7001, 7001));
        assertThat(second.labels())
                .containsEntry(Labels.STACK, "hcdc")
                .containsEntry(Labels.NODE, "a2")
                .containsEntry(Labels.COMPONENT, "alpha")
                .containsEntry("com.docker.compose.project", "hcdc")
                .containsEntry("com.docker.compose.service", "a2")
                .containsEntry("com.docker.compose.config-hash", second.labels().get(Labels.CONFIG_HASH));
    }

    @Test
    void renderingAgainGivesTheSame() {
        assertThat(Stacks.render(Stacks.solo("alpha.nodes=2"))).isEqualTo(rendering);
    }

    @Test
    void theHashChangesWithTheConfiguration() {
        assertThat(changedBy("alpha.greeting=bye")).containsExactly("hcdc-a1", "hcdc-a2");
        assertThat(changedBy("beta.greeting=bye")).containsExactly("hcdc-b1");
    }

    @Test
    void theHashChangesWithCommandPortAndAddress() {
        assertThat(changedBy("beta.mode=wild")).containsExactly("hcdc-b1");
        assertThat(changedBy("beta.port=8001")).containsExactly("hcdc-b1");
        assertThat(changedBy("bind=0.0.0.0")).hasSize(3);
        assertThat(changedBy("subnet=10.1.2.0/24")).hasSize(3);
        assertThat(changedBy("own-clocks=true")).hasSize(3);
        assertThat(changedBy("own-clocks=false")).isEmpty();
    }

    @Test
    void theHashChangesWithTheCertificate() {
        assertThat(changed(Stacks.render(stack, "another certificate"))).hasSize(3);
    }

    @Test
    void theHashDoesNotChangeWithWhatNoContainerSees() {
        assertThat(changedBy("description=other words")).isEmpty();
        assertThat(changedBy("alpha.labels={a: b}")).isEmpty();
    }

    private Iterable<String> changedBy(String setting) {
        return changed(Stacks.render(Stacks.solo("alpha.nodes=2", setting)));
    }

    private Iterable<String> changed(Rendering other) {
        Map<String, String> before = hashes(rendering);
        Map<String, String> after = hashes(other);
        return before.keySet().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .toList();
    }

    private static Map<String, String> hashes(Rendering rendering) {
        Map<String, String> hashes = new LinkedHashMap<>();
        rendering
                .containers()
                .forEach(one -> hashes.put(one.name(), one.labels().get(Labels.CONFIG_HASH)));
        return hashes;
    }
}
