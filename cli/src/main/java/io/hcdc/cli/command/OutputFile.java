package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that the user named for a result. */
final class OutputFile {
    private OutputFile() {}

    /** Before any work: a drill whose report has nowhere to go would have been run for nothing. Empty when all is well. */
    static List<Problem> problems(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return List.of(Problem.at(option, file + " is a folder").hint("name a file in it"));
        } else if (folder == null || !Files.isDirectory(folder)) {
            return List.of(Problem.at(option, "there is no folder " + folder).hint("create it first"));
        } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            return List.of(Problem.at(option, file + " cannot be written").hint("this user must be allowed to"));
        }
        return List.of();
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EnvironmentNotReadyException(
                    Problem.at(file.toString(), "cannot be written: " + e.getMessage())
                            .hint("'hcdc report latest' tells it again"),
                    e);
        }
    }
}
