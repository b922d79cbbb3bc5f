package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which path a drill is felt, how often it is done, and how long it may take. */
final class RoundOptions {
    @Option(
            names = "--via",
            paramLabel = "PATH",
            description =
                    "The path an application takes to the role, such as front, one fixed address. A wrong one is answered"
                            + " with those there are.")
    private String via;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long recovery, and then redundancy, is waited for. Default: ${DEFAULT-VALUE}")
    private Duration limit;

    void check(List<Problem> problems) {
        between("--rounds", rounds, 1, 1_000, problems);
        between("--limit (ms)", limit.toMillis(), 1_000, 3_600_000, problems);
    }

    static void between(String option, long value, long least, long most, List<Problem> problems) {
        if (value < least || value > most) {
            problems.add(Problem.at(option, "must be between " + least + " and " + most + ", got " + value));
        }
    }

    Optional<String> via() {
        return Optional.ofNullable(via);
    }

    int rounds() {
        return rounds;
    }

    Duration limit() {
        return limit;
    }
}
