package io.hcdc.nfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.api.VirtualAddress;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class NfsComponentTest {
    private final NfsComponent component = new NfsComponent();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Component.class)).hasOnlyElementsOfTypes(NfsComponent.class);
    }

    @Test
    void defaultsHaveNoProblems() {
        assertThat(component.check(component.defaults())).isEmpty();
    }

    @Test
    void everyProblemIsReportedWithAHint() {
        assertThat(component.check(config(0, 1, 181)))
                .extracting(Problem::path)
                .containsExactly("port", "lease-lifetime", "grace-period");
        assertThat(component.check(config(65536, 121, -1)))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty());
    }

    @Test
    void graceMustOutlastTheLeaseOrBeOff() {
        assertThat(component.check(config(2049, 10, 9)))
                .extracting(Problem::path)
                .containsExactly("grace-period");
        assertThat(component.check(config(2049, 10, 10))).isEmpty();
        assertThat(component.check(config(2049, 10, 0))).isEmpty();
    }

    @Test
    void onlyTheHostsSideOfThePortIsShifted() {
        Blueprint blueprint = component.blueprint(component.defaults(), wellKnown -> wellKnown + 30000);

        assertThat(blueprint.services()).flatExtracting(Service::ports).containsExactly(new Port(2049, 32049));
        assertThat(blueprint.endpoints())
                .extracting(endpoint -> endpoint.port().host())
                .containsExactly(32049);
    }

    @Test
    void aPairSharesItsVolumesAndAnAddress() {
        Blueprint blueprint = component.blueprint(new NfsConfig(Topology.PAIR, 2049, 5, 5), port -> port + 30000);

        assertThat(blueprint.services()).extracting(Service::node).containsExactly("nfs1", "nfs2");
        assertThat(blueprint.services())
                .flatExtracting(Service::ports)
                .containsExactly(new Port(2049, 32049), new Port(2049, 32050));
        assertThat(blueprint.services())
                .allSatisfy(service -> assertThat(service.mounts())
                        .contains(new Mount.Volume("nfs", "/export"), new Mount.Volume("nfs-state", "/state")));
        assertThat(blueprint.virtualAddresses()).containsExactly(new VirtualAddress("nfs", List.of("nfs1", "nfs2")));
    }

    @Test
    void aPairNeedsTwoPorts() {
        assertThat(component.check(new NfsConfig(Topology.PAIR, 65535, 5, 5)))
                .extracting(Problem::path)
                .containsExactly("port");
    }

    private static NfsConfig config(int port, int lease, int grace) {
        return new NfsConfig(Topology.STANDALONE, port, lease, grace);
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
}
