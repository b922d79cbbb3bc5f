package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    private Path homes;

    @Test
    void ofAStackThatIsDownSaysSoAndWhatToDo() {
        Cli cli = Cli.withEmptyEngine(homes);
        cli.run("render", "standalone", "--name", "second");
        Cli.Result result = cli.run("status", "--name", "second");
        assertThat(result.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("postgres not ready: none of its containers runs")
                .endsWith("", "stack second is down: 'hcdc init --name second' brings it up");
        assertThat(cli.run("status", "--name", "second", "--output", "json").out())
                .contains("\"down\" : true");
    }

    @Test
    void listsComponentsInTheStacksOrder() {
        Cli cli = Cli.withEmptyEngine(homes);
        cli.run("render", "ha");
        assertThat(cli.run("status").out().lines().filter(line -> line.contains("not ready")))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("postgres", "redis", "nfs", "haproxy");
    }
}
