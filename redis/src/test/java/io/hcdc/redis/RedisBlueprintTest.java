package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Service;
import io.hcdc.api.drill.Drillable;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RedisBlueprintTest {
    private final RedisComponent component = new RedisComponent();
    private final Blueprint blueprint = component.blueprint(RedisConfig.DEFAULTS, port -> port + 10_000);

    @Test
    void isFoundAsAComponent() {
        assertThat(ServiceLoader.load(Component.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(RedisComponent.class));
    }

    @Test
    void hasTheDataNodesAndThenTheSentinels() {
        assertThat(blueprint.services())
                .extracting(Service::node)
                .containsExactly("rds1", "rds2", "rds3", "sntl1", "sntl2", "sntl3");
        assertThat(blueprint.secrets()).containsExactly("redis-password", "sentinel-password");
    }

    @Test
    void listensOnTheShiftedPortItAnnounces() {
        assertThat(blueprint.services())
                .flatExtracting(Service::ports)
                .containsExactly(
                        Port.same(16379),
                        Port.same(16380),
                        Port.same(16381),
                        Port.same(19000),
                        Port.same(19001),
                        Port.same(19002));
    }

    @Test
    void standaloneIsOneNodeWithoutSentinels() {
        Blueprint alone = component.blueprint(Configs.standalone(), port -> port);
        assertThat(alone.services()).extracting(Service::node).containsExactly("rds1");
        assertThat(alone.endpoints()).extracting(Endpoint::name).containsExactly("redis");
        assertThat(alone.secrets()).containsExactly("redis-password");
    }

    @Test
    void onlyWhatCanFailOverCanBeDrilled() {
        try (Driver sentinel = component.driver(RedisConfig.DEFAULTS, port -> port, null);
                Driver standalone = component.driver(Configs.standalone(), port -> port, null)) {
            assertThat(sentinel).isInstanceOf(Drillable.class);
            assertThat(standalone).isNotInstanceOf(Drillable.class);
        }
    }

    @Test
    void equalConfigurationsGiveEqualBlueprints() {
        assertThat(component.blueprint(RedisConfig.DEFAULTS, port -> port + 10_000))
                .isEqualTo(blueprint);
    }

    @Test
    void everyNodeKeepsItsMemoryOnAVolumeOfItsOwn() {
        assertThat(blueprint.services())
                .allSatisfy(
                        service -> assertThat(service.mounts()).contains(new Mount.Volume(service.node(), "/data")));
    }

    @Test
    void everyFileItNamesExists() {
        for (ImageSpec image : blueprint.images()) {
            assertThat(image.files())
                    .allSatisfy(file -> assertThat(image.read(file)).isNotEmpty());
            assertThat(new String(image.read("Dockerfile"))).startsWith("ARG BASE\nFROM ${BASE}\n");
        }
        assertThat(blueprint.services())
                .flatExtracting(Service::configFiles)
                .allSatisfy(file -> assertThat(file.owner().getResource(file.template()))
                        .as(file.template())
                        .isNotNull());
    }

    @Test
    void sentinelsKnowEachOtherByTheSameIdentities() {
        Map<String, Object> first = model("sntl1");
        Map<String, Object> second = model("sntl2");
        assertThat(second.get("others")).asInstanceOf(LIST).contains(first.get("self"));
        assertThat(first.get("others")).asInstanceOf(LIST).hasSize(2).contains(second.get("self"));
        assertThat(new RedisNode("sntl1", 1).sentinelId())
                .hasSize(40)
                .isNotEqualTo(new RedisNode("sntl2", 1).sentinelId());
    }

    private Map<String, Object> model(String node) {
        return blueprint.services().stream()
                .filter(service -> service.node().equals(node))
                .flatMap(service -> service.configFiles().stream())
                .filter(file -> file.name().equals("sentinel.conf"))
                .map(ConfigFile::model)
                .findFirst()
                .orElseThrow();
    }
}
