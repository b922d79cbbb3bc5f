package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.TrustFile;
import io.hcdc.core.engine.ContainerSpec;
import io.hcdc.core.engine.Observed;
import io.hcdc.core.home.Home;
import io.hcdc.core.plan.Planner;
import io.hcdc.core.render.EffectiveSettings;
import io.hcdc.core.render.Renderer;
import io.hcdc.core.render.Rendering;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What every stack of the catalogue runs with, to be read before it runs. */
class RenderedStackTest {
    private static final Components COMPONENTS = Components.installed();

    static List<String> stacks() {
        return new Catalogue().names();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void isWhatWasReviewed(String name) {
        rendered(name).forEach((file, text) -> Golden.matches("stacks/" + name + "/" + file, text));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void hasNoGoldenFileThatNothingRenders(String name) throws IOException {
        Path folder = Path.of("src", "test", "resources", "golden", "stacks", name);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(rendered(name).keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void composeFileSaysTheSameAsTheContainers(String name) {
        Rendering rendering = render(stack(name));
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(rendering.files().get(Renderer.COMPOSE_FILE));
        for (ContainerSpec spec : rendering.containers()) {
            assertThat(compose.get("services").get(spec.hostName()))
                    .containsEntry("container_name", spec.name())
                    .containsEntry("image", spec.image())
                    .containsEntry("extra_hosts", spec.hosts())
                    .containsEntry("networks", Map.of("default", Map.of("ipv4_address", spec.address())))
                    .containsEntry("stop_grace_period", spec.stopGraceSeconds() + "s")
                    .containsEntry("cap_drop", List.of("ALL"))
                    .satisfies(service -> {
                        assertThat(service.getOrDefault("command", List.of())).isEqualTo(spec.command());
                        assertThat(service.getOrDefault("cap_add", List.of())).isEqualTo(spec.capabilities());
                        assertThat(service.getOrDefault("ports", List.of()))
                                .isEqualTo(spec.ports().entrySet().stream()
                                        .map(port -> "127.0.0.1:" + port.getValue() + ":" + port.getKey())
                                        .toList());
                        assertThat((Map<?, ?>) service.get("labels"))
                                .allSatisfy((label, value) -> assertThat(value)
                                        .isEqualTo(spec.labels().get(label)));
                    });
        }
        assertThat(compose.get("services")).hasSameSizeAs(rendering.containers());
    }

    private static Map<String, String> rendered(String name) {
        Stack stack = stack(name);
        Rendering rendering = render(stack);
        Map<String, String> files = new TreeMap<>(rendering.files());
        files.keySet().removeIf(file -> file.startsWith("secrets/") || file.startsWith("trust/"));
        files.put("stack.yaml", new EffectiveSettings().text(stack));
        files.put(
                "plan.txt",
                new Planner().up(stack, rendering, Observed.NOTHING, Map.of()).text() + "\n");
        files.replaceAll((file, text) -> Golden.withoutHashes(text));
        return files;
    }

    private static Stack stack(String name) {
        StackLoader loader = new StackLoader(new Catalogue(), COMPONENTS.types());
        return new StackResolver(COMPONENTS).resolve("hcdc", loader.load(name, List.of()), "10.77.64.0/24");
    }

    private static Rendering render(Stack stack) {
        return new Renderer().render(stack, new Home(Path.of("/home/user/hcdc")), secrets(stack), trust());
    }

    private static Secrets secrets(Stack stack) {
        Map<String, String> secrets = new LinkedHashMap<>();
        stack.parts()
                .forEach(part -> part.blueprint()
                        .secrets()
                        .forEach(secret -> secrets.put(secret, "the" + secret.replace("-", ""))));
        return new Secrets(secrets);
    }

    private static TrustStore trust() {
        return new TrustStore(Map.of(
                TrustStore.path(TrustFile.SERVER), "the server's certificate",
                TrustStore.path(TrustFile.AUTHORITY), "the authority's certificate"));
    }
}
