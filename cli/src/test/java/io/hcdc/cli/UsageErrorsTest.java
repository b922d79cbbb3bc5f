package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.testkit.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageErrorsTest {
    private final Cli cli = Cli.withoutEngine(Path.of("/nowhere"));

    @Test
    void areOneLineWithTheNearestWordAndWhereToReadOn() {
        StringBuilder transcript = new StringBuilder();
        Stream.of(
                        "",
                        "statsu",
                        "frobnicate",
                        "exit",
                        "init --nmae x",
                        "init ha extra",
                        "init --name",
                        "init --timeout soon",
                        "logs",
                        "failover-test",
                        "failover-test rdsmaster --fault kil",
                        "failover-test rdsmaster --rate many",
                        "failover-test rdsmaster --rate 0 --rounds 0 --limit 1ms",
                        "status --output xml",
                        "render --set quorum",
                        "render --set-file =x",
                        "render --with")
                .map(line -> cli.transcript(line.isEmpty() ? new String[0] : line.split(" ")))
                .forEach(transcript::append);
        Golden.matches("usage-errors.txt", transcript.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"statsu", "init --nmae x", "logs", "init --timeout soon", "failover-test x --rounds 0"})
    void endWithTwoAndKeepStandardOutputClean(String line) {
        Cli.Result result = cli.run(line.split(" "));
        assertThat(result.exit()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("hcdc: ");
    }
}
