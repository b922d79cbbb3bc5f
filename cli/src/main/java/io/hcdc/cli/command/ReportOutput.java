package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a report goes. */
final class ReportOutput {
    @Option(names = "--out", paramLabel = "FILE", description = "Write it there instead of to standard output.")
    private Path file;

    /** Why nothing can be written there; empty when all is well. */
    List<Problem> problems() {
        return file == null ? List.of() : OutputFile.problems("--out", file);
    }

    void write(Console console, String text) {
        if (file == null) {
            console.out().print(text);
            console.out().flush();
        } else {
            OutputFile.write(file, text);
        }
    }
}
