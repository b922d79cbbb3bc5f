package io.hcdc.cli;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.spec.Nearest;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: one line, the nearest known word, and where to read on. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = e.getMessage().lines().findFirst().orElse("cannot be understood");
        console.problems(List.of(Problem.at("", lowerCaseFirst(message)).hint(hint(e, command))));
        return ExitCode.INVALID_INPUT;
    }

    private static String hint(ParameterException e, String command) {
        String help = "'" + command + " --help' shows how it is used";
        return e instanceof UnmatchedArgumentException unmatched
                ? Nearest.to(unmatched.getUnmatched().get(0), known(unmatched))
                        .map(near -> "did you mean " + near + "? " + help)
                        .orElse(help)
                : help;
    }

    /** What could have stood there: an option, or a command. */
    private static Collection<String> known(UnmatchedArgumentException unmatched) {
        CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
        return unmatched.isUnknownOption()
                ? spec.optionsMap().keySet()
                : spec.subcommands().keySet();
    }

    private static String lowerCaseFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
