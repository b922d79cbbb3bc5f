package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StacksTest {
    private final Cli cli = Cli.withoutEngine(Path.of("/nowhere"));

    @Test
    void areListedForTheEye() {
        Cli.Result result = cli.run("stacks");
        assertThat(result.exit()).isZero();
        Golden.matches("stacks.txt", result.out());
    }

    @Test
    void areListedForPrograms() throws IOException {
        var stacks = new ObjectMapper()
                .readTree(cli.run("stacks", "--output", "json").out());
        assertThat(stacks.findValuesAsText("name")).startsWith("ha", "standalone");
        assertThat(stacks.get(0).get("components")).hasSizeGreaterThan(1);
    }
}
