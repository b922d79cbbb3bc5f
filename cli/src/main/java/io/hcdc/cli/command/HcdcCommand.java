package io.hcdc.cli.command;

import io.hcdc.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command tree. */
@Command(
        name = "hcdc",
        mixinStandardHelpOptions = true,
        versionProvider = HcdcCommand.Version.class,
        description = "Brings up a real high-availability stack on Docker, breaks it on purpose, and measures what an"
                + " application would have felt.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Start with:",
            "  hcdc init                      bring the default stack up",
            "  hcdc failover-test rdsmaster   kill the Redis master under load and see"
        })
public final class HcdcCommand implements Runnable {
    private final Console console;

    @Spec
    private CommandSpec spec;

    /** @param console where every command writes */
    public HcdcCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** The version the program was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HcdcCommand.class.getPackage().getImplementationVersion();
            return new String[] {"hcdc " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
