package io.hcdc.cli.command;

import io.hcdc.core.Hcdc;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class StackName {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = Hcdc.DEFAULT_NAME,
            description =
                    "The stack's name: its compose project, and containers are NAME-NODE. Default: ${DEFAULT-VALUE}")
    private String name;

    String get() {
        return name;
    }
}
