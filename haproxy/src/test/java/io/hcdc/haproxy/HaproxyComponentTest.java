package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class HaproxyComponentTest {
    private final HaproxyComponent component = new HaproxyComponent();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Component.class)).hasOnlyElementsOfTypes(HaproxyComponent.class);
    }

    @Test
    void defaultsHaveNoProblems() {
        assertThat(component.check(component.defaults())).isEmpty();
    }

    @Test
    void everyProblemIsReportedWithAHint() {
        HaproxyConfig wrong = new HaproxyConfig(0, 0, "", Map.of(), true, "x y", 1, 2, 0, 0, 0, 0, 0, 0, -1, 0);

        assertThat(component.check(wrong))
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty())
                .extracting(Problem::path)
                .containsExactly(
                        "port",
                        "stats-port",
                        "stats-port",
                        "check-path",
                        "inter",
                        "fastinter",
                        "fastinter",
                        "fall",
                        "rise",
                        "timeout-check",
                        "timeout-connect",
                        "timeout-server",
                        "timeout-client",
                        "retries",
                        "maxconn");
    }

    @Test
    void nodesNeedANameAndAnAddress() {
        assertThat(component.check(with("node1", "192.0.2.10:80", "node-2.x", "app.example:8080")))
                .isEmpty();
        assertThat(component.check(with("a b", "192.0.2.10:80"))).hasSize(1);
        assertThat(component.check(with("demo1", "192.0.2.10:80"))).hasSize(1);
        for (String address : Arrays.asList("", "192.0.2.10", "a:0", "a:65536", ":80", "a b:80", "-a:80", null)) {
            assertThat(component.check(with("node1", address)))
                    .as(address)
                    .extracting(Problem::path)
                    .containsExactly("nodes.node1");
        }
    }

    @Test
    void theDemoStepsBackForRealNodes() {
        assertThat(services(component.defaults())).containsExactly("haproxy1", "demo1");
        assertThat(services(with("node1", "192.0.2.10:80"))).containsExactly("haproxy1");
    }

    @Test
    void nodesKeepTheirOrder() {
        assertThat(with("z", "h:1", "a", "h:2", "m", "h:3").nodes()).containsOnlyKeys("z", "a", "m");
        assertThat(with("z", "h:1", "a", "h:2", "m", "h:3").nodes().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void theCertificateIsTheUsersOrNone() {
        assertThat(component.certificate(component.defaults())).isEmpty();
    }

    @Test
    void onlyTheHostsSideOfThePortsIsShifted() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown + 30000);

        assertThat(blueprint.services())
                .flatExtracting(Service::ports)
                .containsExactly(new Port(8443, 30443), new Port(1936, 31936));
    }

    @Test
    void everyResourceIsThere() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown);

        for (ImageSpec image : blueprint.images()) {
            assertThat(image.files())
                    .allSatisfy(file -> assertThat(image.read(file)).isNotEmpty());
        }
        assertThat(blueprint.services())
                .flatExtracting(Service::configFiles)
                .hasSize(2)
                .allSatisfy(file ->
                        assertThat(file.owner().getResource(file.template())).isNotNull());
    }

    private java.util.List<String> services(HaproxyConfig config) {
        return component.blueprint(config, wellKnown -> wellKnown).services().stream()
                .map(Service::node)
                .toList();
    }

    private static HaproxyConfig with(String... namesAndAddresses) {
        Map<String, String> nodes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndAddresses.length; i += 2) {
            nodes.put(namesAndAddresses[i], namesAndAddresses[i + 1]);
        }
        HaproxyConfig base = HaproxyConfig.DEFAULTS;
        return new HaproxyConfig(
                base.port(),
                base.statsPort(),
                "",
                nodes,
                true,
                base.checkPath(),
                base.inter(),
                base.fastinter(),
                base.fall(),
                base.rise(),
                base.timeoutCheck(),
                base.timeoutConnect(),
                base.timeoutServer(),
                base.timeoutClient(),
                base.retries(),
                base.maxconn());
    }
}
