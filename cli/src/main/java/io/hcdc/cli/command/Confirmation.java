package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.core.error.InvalidInputException;
import java.util.Locale;
import java.util.Scanner;
import picocli.CommandLine.Option;

/** Asks before something is thrown away for good. */
final class Confirmation {
    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /** @throws InvalidInputException when there is nobody to ask */
    boolean given(Console console, String question) {
        if (yes) {
            return true;
        }
        console.out().print(question + " [y/N] ");
        console.out().flush();
        Scanner answer = new Scanner(console.in());
        if (!answer.hasNextLine()) {
            throw new InvalidInputException(
                    Problem.at("", "nobody is there to answer").hint("--yes goes on without asking"));
        }
        return answer.nextLine().strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
