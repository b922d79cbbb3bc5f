package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    @TempDir
    private Path homes;

    private Cli cli;

    @BeforeEach
    void render() {
        cli = Cli.withEmptyEngine(homes);
        cli.run("render", "ha");
    }

    @Test
    void refusesANodeWhoseComponentCannotBeforeItAsks() {
        Cli.Result result = cli.run("repair", "nfs1");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("hcdc: nfs1: nfs nodes cannot be repaired from their peers");
    }

    @Test
    void namesTheNearestNode() {
        Cli.Result result = cli.run("repair", "nsf1");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.err()).contains("did you mean nfs1?");
    }
}
