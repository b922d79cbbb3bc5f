package io.hcdc.cli;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.spec.Nearest;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: one line, the nearest known word where one is near, and where to read on. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String help = "'" + command + " --help' shows how it is used";
        console.problems(List.of(
                e instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched, help)
                        : Problem.at("", message(e)).hint(help)));
        return ExitCode.INVALID_INPUT;
    }

    private static Problem unmatched(UnmatchedArgumentException e, String help) {
        String word = e.getUnmatched().get(0);
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        Set<String> commands = spec.subcommands().keySet();
        if (!e.isUnknownOption() && !commands.isEmpty()) {
            return Problem.at("", "unknown command '" + word + "'")
                    .hint(Nearest.hint(word, commands) + " (" + help + ")");
        }
        // Options are too many to list.
        return Problem.at("", message(e))
                .hint(Nearest.to(word, spec.optionsMap().keySet())
                        .map(near -> "did you mean " + near + "? (" + help + ")")
                        .orElse(help));
    }

    private static String message(ParameterException e) {
        return lowerCaseFirst(e.getMessage().lines().findFirst().orElse("cannot be understood"));
    }

    private static String lowerCaseFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
