package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Service;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every component owes: whoever adds one learns here what is still missing. */
class ComponentsTest {
    private static final Path ROOT = Path.of("..");
    private static final String SERVICES = "src/main/resources/META-INF/services/io.hcdc.api.Component";
    private static final Set<String> HOUSE = Set.of("api", "testkit", "core", "docker", "cli", "e2e");
    private static final Components INSTALLED = Components.installed();

    /** Every module of the build that is not part of the house itself. */
    static Stream<String> modules() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        return Pattern.compile("<module>(\\w+)</module>")
                .matcher(pom)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(module -> !HOUSE.contains(module));
    }

    static Stream<Component<?>> components() {
        return INSTALLED.types().stream().map(type -> INSTALLED.find(type).orElseThrow());
    }

    @Test
    void thereIsOnePerModule() throws IOException {
        assertThat(modules())
                .hasSizeGreaterThanOrEqualTo(5)
                .hasSize(INSTALLED.types().size());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleHasAReadme(String module) {
        assertThat(ROOT.resolve(module).resolve("README.md")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleRegistersAComponentOfItsOwn(String module) throws IOException {
        List<String> registered = Files.readAllLines(ROOT.resolve(module).resolve(SERVICES));
        assertThat(registered).isNotEmpty().allMatch(name -> name.startsWith("io.hcdc." + module + "."));
        assertThat(components())
                .anyMatch(found -> registered.contains(found.getClass().getName()));
    }

    @ParameterizedTest
    @MethodSource("components")
    void isInAStackOfTheCatalogue(Component<?> component) {
        StackLoader loader = new StackLoader(new Catalogue(), INSTALLED.types());
        assertThat(new Catalogue().names())
                .anyMatch(name -> loader.load(name, List.of()).components().containsKey(component.type()));
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void itsReadmeNamesEverySetting(Component<C> component) throws IOException {
        String readme = Files.readString(
                ROOT.resolve(component.getClass().getPackageName().replace("io.hcdc.", ""))
                        .resolve("README.md"));
        for (var setting : component.defaults().getClass().getRecordComponents()) {
            String kebab =
                    setting.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
            assertThat(readme).contains(component.type() + "." + kebab);
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void itsDefaultsWork(Component<C> component) {
        assertThat(component.check(component.defaults())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void equalConfigurationsGiveEqualBlueprints(Component<C> component) {
        assertThat(blueprint(component, 0)).isEqualTo(blueprint(component, 0));
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void everyPublishedPortMovesWithTheStack(Component<C> component) {
        List<Integer> here = hostPorts(blueprint(component, 0));
        assertThat(hostPorts(blueprint(component, 10_000)))
                .containsExactlyElementsOf(
                        here.stream().map(port -> port + 10_000).toList());
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void itsBlueprintHoldsTogether(Component<C> component) {
        Blueprint blueprint = blueprint(component, 0);
        List<String> nodes = blueprint.services().stream().map(Service::node).toList();
        assertThat(nodes).isNotEmpty().doesNotHaveDuplicates().allMatch(node -> node.matches("[a-z][a-z0-9-]*"));
        assertThat(blueprint.services())
                .extracting(Service::image)
                .isSubsetOf(blueprint.images().stream().map(ImageSpec::name).toList());
        assertThat(blueprint.services()).flatExtracting(Service::after).isSubsetOf(nodes);
        assertThat(blueprint.endpoints()).extracting(Endpoint::node).isSubsetOf(nodes);
        assertThat(blueprint.endpoints())
                .flatExtracting(endpoint -> endpoint.secret().stream().toList())
                .isSubsetOf(blueprint.secrets());
        assertThat(blueprint.services())
                .allSatisfy(service -> assertThat(service.mounts().stream().map(Mount::target))
                        .doesNotHaveDuplicates()
                        .allMatch(target -> target.startsWith("/")));
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void endpointsOfOneNameDifferInNodeAndPortAlone(Component<C> component) {
        Part.of(component, component.defaults(), port -> port)
                .offers()
                .forEach(offer -> assertThat(offer.endpoints())
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("node", "port")
                        .containsOnly(offer.common()));
    }

    @ParameterizedTest
    @MethodSource("components")
    <C extends Record> void itsImagesStandOnTheCommonBase(Component<C> component) {
        for (ImageSpec image : blueprint(component, 0).images()) {
            assertThat(image.files())
                    .allSatisfy(file -> assertThat(image.read(file)).isNotEmpty());
            assertThat(new String(image.read("Dockerfile"))).contains("ARG BASE\n", "FROM ${BASE}\n");
        }
    }

    private static <C extends Record> Blueprint blueprint(Component<C> component, int offset) {
        return component.blueprint(component.defaults(), port -> port + offset);
    }

    private static List<Integer> hostPorts(Blueprint blueprint) {
        return blueprint.services().stream()
                .flatMap(service -> service.ports().stream())
                .map(Port::host)
                .toList();
    }
}
