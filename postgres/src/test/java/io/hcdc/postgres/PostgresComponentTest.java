package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Port;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PostgresComponentTest {
    private final PostgresComponent component = new PostgresComponent();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Component.class)).hasOnlyElementsOfTypes(PostgresComponent.class);
    }

    @Test
    void defaultsHaveNoProblems() {
        assertThat(component.check(component.defaults())).isEmpty();
    }

    @Test
    void everyProblemIsReportedWithAHint() {
        assertThat(component.check(Configs.standalone(0, "a-b", "Ann", 4, "lots")))
                .allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty())
                .extracting(Problem::path)
                .containsExactly("port", "database", "user", "max-connections", "shared-buffers");
    }

    @Test
    void namesThatCouldEscapeTheirQuotesAreRefused() {
        for (String name : List.of("", "a'b", "a\"b", "a b", "a;b", "1a", "a".repeat(64), "a\nb", "a$b")) {
            assertThat(component.check(Configs.standalone(5432, name, name, 100, "128MB")))
                    .as(name)
                    .hasSize(2);
        }
    }

    @Test
    void theServersOwnNamesAreRefused() {
        assertThat(component.check(Configs.standalone(5432, "template1", "postgres", 100, "128MB")))
                .extracting(Problem::path)
                .containsExactly("database", "user");
        assertThat(component.check(Configs.standalone(5432, "app", "pg_monitor", 100, "128MB")))
                .extracting(Problem::path)
                .containsExactly("user");
    }

    @Test
    void theApplicationLogsInAsItselfToItsDatabase() {
        PostgresConfig config = Configs.standalone(5433, "shop", "till", 100, "128MB");
        Blueprint blueprint = component.blueprint(config, wellKnown -> wellKnown + 30000);

        assertThat(blueprint.services()).flatExtracting(Service::ports).containsExactly(new Port(5432, 35433));
        assertThat(blueprint.endpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.user()).contains("till");
            assertThat(endpoint.secret()).contains("postgres-password");
            assertThat(endpoint.path()).isEqualTo("/shop");
        });
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
                .hasSize(3)
                .allSatisfy(file ->
                        assertThat(file.owner().getResource(file.template())).isNotNull());
    }
}
