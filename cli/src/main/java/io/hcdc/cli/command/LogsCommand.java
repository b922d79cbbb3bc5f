package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.engine.LogSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a node said. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Show what a node's server wrote.",
        footer = {"", "Examples:", "  hcdc logs sntl1", "  hcdc logs rds1 --tail 20 --follow"})
public final class LogsCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Parameters(index = "0", paramLabel = "NODE", description = "A node of 'hcdc status'.")
    private String node;

    @Mixin
    private StackName name;

    @Option(names = "--tail", paramLabel = "N", defaultValue = "-1", description = "Only the last N lines.")
    private int tail;

    @Option(
            names = {"-f", "--follow"},
            description = "Stay for what comes later.")
    private boolean follow;

    @Override
    public Integer call() {
        LogSpec spec = new LogSpec(tail, follow ? LogSpec.Mode.FOLLOW : LogSpec.Mode.ONCE);
        return root.console().work(hcdc -> {
            hcdc.logs(name.get(), node, spec, root.console()::print);
            return ExitCode.OK;
        });
    }
}
