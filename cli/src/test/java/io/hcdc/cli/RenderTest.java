package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {
    @TempDir
    private Path homes;

    @Test
    void writesEveryFileItNames() {
        Cli.Result result = Cli.withoutEngine(homes).run("render", "standalone", "--name", "look");
        assertThat(result.exit()).isZero();
        assertThat(result.out().lines())
                .contains(homes.resolve("look/docker-compose.yml").toString())
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
    }

    @Test
    void renderingAgainChangesNothing() throws IOException {
        Cli cli = Cli.withoutEngine(homes);
        cli.run("render", "ha");
        String compose = Files.readString(homes.resolve("hcdc/docker-compose.yml"));
        String certificate = Files.readString(homes.resolve("hcdc/trust/hipc.pem"));
        cli.run("render", "ha");
        assertThat(homes.resolve("hcdc/docker-compose.yml")).hasContent(compose);
        assertThat(homes.resolve("hcdc/trust/hipc.pem")).hasContent(certificate);
    }

    @Test
    void whatWasRenderedCanBeRenderedAgain() throws IOException {
        Cli cli = Cli.withoutEngine(homes);
        assertThat(cli.run("render", "ha", "--set", "redis.appendfsync=no", "--port-offset", "100")
                        .err())
                .isEmpty();
        String compose = Files.readString(homes.resolve("hcdc/docker-compose.yml"));
        Cli.Result again = cli.run("render", homes.resolve("hcdc/stack.yaml").toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(withoutSource(Files.readString(homes.resolve("hcdc/docker-compose.yml"))))
                .isEqualTo(withoutSource(compose));
    }

    private static String withoutSource(String compose) {
        return compose.substring(compose.indexOf('\n'));
    }
}
