package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of drills that real stacks went through, without a stack and without an engine. */
class ReportTest {
    private static final Path KEPT = Path.of("../core/src/test/resources/drills");

    /** A drill of three rounds. The tests keep one beside it that was interrupted, and one of an hcdc without plans. */
    private static final String WHOLE = "20261121-220724-rdsmaster-kill";

    @TempDir
    private Path homes;

    private Cli cli;

    @BeforeEach
    void keep() throws IOException {
        cli = Cli.withoutEngine(homes);
        cli.run("render", "ha");
        Path drills = homes.resolve("hcdc/drills");
        copy("", drills.resolve(WHOLE));
        copy("drill.json", drills.resolve("20261122-010203-rdsmaster-kill"));
        copy("round-1.jsonl", drills.resolve("20261122-010203-rdsmaster-kill"));
        copy("round-2.jsonl", drills.resolve("20261120-040506-rdsmaster-kill"));
    }

    /** Copies what begins so of the drill that is kept here. */
    private static void copy(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(KEPT.resolve(WHOLE))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(name)) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    @Test
    void tellsWhatWasTold() {
        Golden.matches(
                "report.txt",
                (cli.transcript("report")
                                + cli.transcript("report", "latest")
                                + cli.transcript("report", "20261121", "--max-outage", "2.3s")
                                + cli.transcript("report", "20261121", "--max-outage", "2.5s", "--max-lost", "1")
                                + cli.transcript("report", "latest", "--max-outage", "2.5s")
                                + cli.transcript("report", "20261120", "--diff", "20261121"))
                        .replace(homes.toString(), "HOMES"));
    }

    @Test
    void saysWhatIsWrong() {
        Golden.matches(
                "bad-report.txt",
                (cli.transcript("report", "lates")
                                + cli.transcript("report", "2026")
                                + cli.transcript("report", "--name", "hcd")
                                + cli.transcript("report", "--max-lost", "-1", "--out", "/nowhere/x")
                                + cli.transcript("report", "latest", "--diff", "nothing")
                                + cli.transcript("report", "latest", "--json", "--diff", "latest")
                                + cli.transcript("report", homes + "/hcdc"))
                        .replace(homes.toString(), "HOMES"));
    }

    @Test
    void aPathNeedsNoStack() {
        Path run = homes.resolve("hcdc/drills").resolve(WHOLE);
        Cli.Result whole = cli.run("report", run.toString(), "--name", "unheard-of");
        assertThat(whole.exit()).isEqualTo(ExitCode.OK);
        assertThat(whole.out()).contains("verdict: pass").contains("(n=3)");
        assertThat(cli.run("report", run + "/round-2.jsonl").out())
                .contains("round 2: rds3")
                .contains("verdict: pass");
    }

    @Test
    void goesToAFile() throws IOException {
        Path file = homes.resolve("report.json");
        Cli.Result result = cli.run("report", "20261121", "--json", "--out", file.toString());
        assertThat(result.exit()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(cli.run("report", "20261121", "--json").out());
    }
}
