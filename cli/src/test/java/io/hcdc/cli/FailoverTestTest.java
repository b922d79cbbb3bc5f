package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailoverTestTest {
    @TempDir
    private Path homes;

    @Test
    void ofAMissingStackSaysNothingButTheError() {
        Cli.Result result = Cli.withEmptyEngine(homes).run("failover-test", "rdsmaster");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("hcdc: there is no stack 'hcdc' here");
    }

    @Test
    void everyDrillOfTheCatalogueCanBeRead() throws IOException {
        Cli cli = Cli.withEmptyEngine(homes);
        cli.run("render", "ha");
        for (String name : Files.readAllLines(Path.of("..", "stacks", "drills", "catalogue"))) {
            // Partitions come with the faults that the program knows.
            Cli.Result result = cli.run("drill", "run", name);
            assertThat(result.err().lines().filter(line -> line.startsWith("hcdc: ")))
                    .as(name)
                    .allMatch(line -> line.equals("hcdc: the stack 'hcdc' is down")
                            || line.endsWith("unknown fault 'partition'"));
        }
    }

    @Test
    void whatCanBeDoneToAStackIsKnownBeforeItRuns() {
        Cli cli = Cli.withEmptyEngine(homes);
        cli.run("render", "ha");
        assertThat(cli.run("drill", "list").out())
                .containsPattern("rdsmaster +kill +\\d.*sentinel \\(default\\), front")
                .containsPattern("haproxy +pause ");
    }

    @Test
    void ofAStackThatIsDownSaysNothingButTheError() {
        Cli cli = Cli.withEmptyEngine(homes);
        cli.run("render", "ha", "--name", "second");
        Cli.Result result = cli.run("failover-test", "rdsmaster", "--name", "second");
        assertThat(result.exit()).isEqualTo(ExitCode.ENVIRONMENT_NOT_READY);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("hcdc: the stack 'second' is down\n      hint: 'hcdc init --name second' brings it up\n");
    }

    @Test
    void ofAWorkloadThatIsNoneSaysAllThatIsWrong() {
        Cli cli = Cli.withEmptyEngine(homes);
        Cli.Result result = cli.run(
                "failover-test",
                "rdsmaster",
                "--rate",
                "9000",
                "--workload-cmd",
                " ",
                "--workload-http",
                "localhost:80/x");
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("--workload-cmd: is empty")
                .contains("--workload-http: 'localhost:80/x' is no URL to ask for")
                .contains("--rate: must be between 1 and 5000, got 9000");
        assertThat(cli.run("failover-test", "pgmaster", "--workload-cmd", "true", "--workload-sql", "SELECT 1")
                        .err())
                .startsWith("hcdc: --workload-…: a drill has one workload, got 2");
    }
}
