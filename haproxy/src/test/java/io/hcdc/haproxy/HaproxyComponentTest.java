package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Front;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.api.VirtualAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
        HaproxyConfig wrong = new HaproxyConfig(
                Topology.STANDALONE,
                0,
                0,
                "",
                "my site",
                Map.of(),
                List.of("a"),
                true,
                "x y",
                1,
                2,
                0,
                0,
                0,
                0,
                0,
                0,
                -1,
                Map.of("80", "x"),
                0,
                0,
                0,
                0,
                25);

        assertThat(component.check(wrong))
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty())
                .extracting(Problem::path)
                .containsExactly(
                        "port",
                        "stats-port",
                        "stats-port",
                        "server-name",
                        "drained",
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
                        "fronts.80",
                        "fronts.80",
                        "front-inter",
                        "front-timeout-check",
                        "maxconn",
                        "advert-int",
                        "hard-stop-after");
    }

    @Test
    void nodesNeedANameAndAnAddress() {
        assertThat(component.check(with("node1", "192.0.2.10:80", "node-2.x", "app.example:8080")))
                .isEmpty();
        assertThat(component.check(with("a b", "192.0.2.10:80"))).hasSize(1);
        assertThat(component.check(with("demo1", "192.0.2.10:80"))).hasSize(1);
        for (String address : Arrays.asList(
                "",
                "192.0.2.10",
                "a:0",
                "a:65536",
                ":80",
                "a b:80",
                "-a:80",
                "999.1.1.1:80",
                "1.2.3:80",
                "5:80",
                null)) {
            assertThat(component.check(with("node1", address)))
                    .as(address)
                    .extracting(Problem::path)
                    .containsExactly("nodes.node1");
        }
    }

    @Test
    void theDemoStepsBackForRealNodesButStaysReady() {
        assertThat(component.defaults().demoAnswers()).isTrue();
        assertThat(with("node1", "192.0.2.10:80").demoAnswers()).isFalse();
        assertThat(services(component.defaults())).containsExactly("haproxy1", "demo1");
        assertThat(services(with("node1", "192.0.2.10:80"))).containsExactly("haproxy1", "demo1");
    }

    @Test
    void saysWhichNodesTakeNewClients() {
        HaproxyConfig drained = with(Topology.STANDALONE, map("a", "h:1", "b", "h:2"), List.of("a"), Map.of());
        assertThat(component.check(drained)).isEmpty();
        assertThat(component.pool(drained).taking()).containsExactly("b");
        assertThat(component.pool(drained).withoutNodes()).contains("demo");
    }

    @Test
    void aChangedFileReloadsTheBalancerAndNothingElse() {
        assertThat(component.blueprint(component.defaults(), port -> port).services())
                .filteredOn(service -> !service.reloadedFiles().isEmpty())
                .singleElement()
                .satisfies(balancer -> {
                    assertThat(balancer.node()).isEqualTo("haproxy1");
                    assertThat(balancer.reload()).contains("SIGUSR2");
                });
    }

    @Test
    void aPairSharesAnAddressAndEverythingElseIsThereTwice() {
        Blueprint blueprint = component.blueprint(pair(), wellKnown -> wellKnown + 10_000);

        assertThat(blueprint.services())
                .extracting(Service::node)
                .containsExactly("haproxy1", "haproxy2", "demo1", "demo2");
        assertThat(blueprint.virtualAddresses())
                .containsExactly(new VirtualAddress("haproxy", List.of("haproxy1", "haproxy2")));
        assertThat(blueprint.services().get(1).ports())
                .containsExactly(new Port(8443, 10_444), new Port(1936, 11_937), new Port(5433, 15_434));
        assertThat(component.fronts(pair(), wellKnown -> wellKnown))
                .extracting(Front::node)
                .containsExactly("haproxy1", "haproxy2");
        assertThat(component
                        .blueprint(component.defaults(), wellKnown -> wellKnown)
                        .virtualAddresses())
                .isEmpty();
    }

    @Test
    void onlyABalancerOfAPairMaySetAddresses() {
        assertThat(component.blueprint(pair(), wellKnown -> wellKnown).services())
                .filteredOn(service -> service.capabilities().contains("NET_ADMIN"))
                .extracting(Service::node)
                .containsExactly("haproxy1", "haproxy2");
    }

    @Test
    void frontsNeedAFreePortAndAnEndpoint() {
        assertThat(component.check(fronting("5433", "postgres.pgpool", "5434", "postgres.postgres")))
                .isEmpty();
        for (String port : List.of("", "x", "0", "05433", "1023", "65536", "123456", "8443", "1936")) {
            assertThat(component.check(fronting(port, "postgres.pgpool")))
                    .as(port)
                    .extracting(Problem::path)
                    .containsExactly("fronts." + port);
        }
        for (String endpoint : Arrays.asList("", "postgres", "a.b.c", "postgres.", null)) {
            assertThat(component.check(fronting("5433", endpoint))).as(endpoint).hasSize(1);
        }
        assertThat(component.check(fronting("5433", "a.b", "5434", "a.b")))
                .extracting(Problem::message)
                .containsOnly("a.b is fronted twice");
    }

    @Test
    void aFrontIsPublishedWhereItIsAskedFor() {
        HaproxyConfig config = fronting("5433", "postgres.pgpool");

        Port port = new Port(5433, 15433);
        assertThat(component.fronts(config, wellKnown -> wellKnown + 10_000))
                .containsExactly(new Front("postgres.pgpool", "haproxy1", port, "fronts.5433"));
        assertThat(component.blueprint(config, wellKnown -> wellKnown + 10_000).services())
                .flatExtracting(Service::ports)
                .contains(port);
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

    private List<String> services(HaproxyConfig config) {
        return component.blueprint(config, wellKnown -> wellKnown).services().stream()
                .map(Service::node)
                .toList();
    }

    private static HaproxyConfig with(String... namesAndAddresses) {
        return with(Topology.STANDALONE, map(namesAndAddresses), List.of(), Map.of());
    }

    private static HaproxyConfig fronting(String... portsAndEndpoints) {
        return with(Topology.STANDALONE, Map.of(), List.of(), map(portsAndEndpoints));
    }

    private static Map<String, String> map(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static HaproxyConfig pair() {
        return with(Topology.KEEPALIVED, Map.of(), List.of(), map("5433", "postgres.pgpool"));
    }

    static HaproxyConfig with(
            Topology topology, Map<String, String> nodes, List<String> drained, Map<String, String> fronts) {
        HaproxyConfig base = HaproxyConfig.DEFAULTS;
        return new HaproxyConfig(
                topology,
                base.port(),
                base.statsPort(),
                "",
                "",
                nodes,
                drained,
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
                fronts,
                base.frontInter(),
                base.frontTimeoutCheck(),
                base.maxconn(),
                base.hardStopAfter(),
                base.advertInt());
    }
}
