package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Service;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBlueprintTest {
    private final PostgresComponent component = new PostgresComponent();
    private final Blueprint cluster = component.blueprint(Configs.pgpool(), port -> port + 10_000);

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Component.class)).hasOnlyElementsOfTypes(PostgresComponent.class);
    }

    @Test
    void aServerAloneHasItsApplicationLogInAsItself() {
        PostgresConfig config = Configs.standalone(5433, "shop", "till", 100, "128MB");
        Blueprint alone = component.blueprint(config, wellKnown -> wellKnown + 30_000);

        assertThat(alone.services()).extracting(Service::node).containsExactly("pg1");
        assertThat(alone.services()).flatExtracting(Service::ports).containsExactly(new Port(5432, 35433));
        assertThat(alone.services()).flatExtracting(Service::command).isEmpty();
        assertThat(alone.secrets()).containsExactly("postgres-password", "postgres-superuser-password");
        assertThat(alone.endpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.user()).contains("till");
            assertThat(endpoint.secret()).contains("postgres-password");
            assertThat(endpoint.path()).isEqualTo("/shop");
        });
    }

    @Test
    void aClusterHasTheServersAndThenThePgpools() {
        assertThat(cluster.services())
                .extracting(Service::node)
                .containsExactly("pg1", "pg2", "pg3", "pgpool1", "pgpool2");
        assertThat(cluster.services())
                .flatExtracting(Service::ports)
                .containsExactly(
                        new Port(5432, 15432),
                        new Port(5432, 15441),
                        new Port(5432, 15442),
                        new Port(5432, 15430),
                        new Port(9898, 19898),
                        new Port(5432, 15431),
                        new Port(9898, 19899));
    }

    @Test
    void applicationsFindThePgpoolsFirst() {
        assertThat(cluster.endpoints())
                .extracting(Endpoint::name)
                .containsExactly("pgpool", "pgpool", "postgres", "postgres", "postgres");
    }

    @Test
    void everyServerKeepsItsDataOnAVolumeOfItsOwn() {
        assertThat(cluster.services())
                .filteredOn(service -> service.image().equals("postgres"))
                .allSatisfy(service ->
                        assertThat(service.mounts()).contains(new Mount.Volume(service.node(), "/var/lib/postgresql")));
    }

    @Test
    void equalConfigurationsGiveEqualBlueprints() {
        assertThat(component.blueprint(Configs.pgpool(), port -> port + 10_000)).isEqualTo(cluster);
    }

    @Test
    void everyFileItNamesExists() {
        for (ImageSpec image : cluster.images()) {
            assertThat(image.files())
                    .allSatisfy(file -> assertThat(image.read(file)).isNotEmpty());
        }
        assertThat(cluster.services())
                .flatExtracting(Service::configFiles)
                .allSatisfy(file -> assertThat(file.owner().getResource(file.template()))
                        .as(file.template())
                        .isNotNull());
    }

    /** An acknowledged commit is on two nodes when synchronous: whoever chooses must see all nodes but one. */
    @ParameterizedTest
    @CsvSource({
        "1, true,  2, 1", // the only standby has everything; but alone it cannot know that it was not cut off
        "2, true,  2, 2",
        "3, true,  3, 3",
        "2, false, 2, 1",
        "3, false, 3, 1",
        "4, false, 3, 1"
    })
    void soManyMustAnswerBeforeOneIsMadeThePrimary(int standbys, boolean synchronous, int quorum, int failover) {
        Map<String, Integer> settings = Map.of("standbys", standbys);
        PostgresConfig config = synchronous ? Configs.pgpool(settings) : Configs.asynchronous(settings);
        Map<String, Object> model = component.blueprint(config, port -> port).services().get(0).configFiles().stream()
                .filter(file -> file.name().equals("cluster.conf"))
                .map(ConfigFile::model)
                .findFirst()
                .orElseThrow();
        assertThat(model).containsEntry("quorum", quorum).containsEntry("failoverQuorum", failover);
    }
}
