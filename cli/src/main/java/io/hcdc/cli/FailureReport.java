package io.hcdc.cli;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.HcdcException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** What a command's failure looks like to its user: lines and an exit code; a stack trace only for a bug, and in a file. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    private final Console console;

    FailureReport(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof HcdcException expected) {
            console.problems(expected.problems());
            if (expected instanceof OperationFailedException failed) {
                failed.tail().forEach(line -> console.err().println("      | " + line));
            }
            return exitCode(expected);
        }
        if (e instanceof EngineException refused) {
            console.problems(List.of(Problem.at("engine", refused.getMessage())));
            return ExitCode.FAILED;
        }
        console.problems(List.of(Problem.at("", "a bug in hcdc: " + e)
                .hint("please report it with " + trace(e) + ", which holds the details")));
        return ExitCode.BUG;
    }

    private static int exitCode(HcdcException e) {
        if (e instanceof InvalidInputException) {
            return ExitCode.INVALID_INPUT;
        }
        return e instanceof EnvironmentNotReadyException ? ExitCode.ENVIRONMENT_NOT_READY : ExitCode.FAILED;
    }

    private static String trace(Exception e) {
        try {
            Path file = Files.createTempFile("hcdc-bug-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                e.printStackTrace(writer);
            }
            return file.toString();
        } catch (IOException unwritable) {
            return "this: " + e.getStackTrace()[0];
        }
    }
}
