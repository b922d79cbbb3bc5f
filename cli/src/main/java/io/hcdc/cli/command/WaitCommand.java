package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Waits for a stack that something else starts. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = "Wait until a stack is ready by its servers' own protocols, whoever starts its containers.",
        footer = {"", "Example:", "  docker-compose -f ~/.local/share/hcdc/hcdc/docker-compose.yml up -d && hcdc wait"})
public final class WaitCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackName name;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long to wait. Default: ${DEFAULT-VALUE}")
    private Duration timeout;

    @Override
    public Integer call() {
        root.console().work(hcdc -> hcdc.await(name.get(), timeout));
        root.console().print("stack " + name.get() + " is ready");
        return ExitCode.OK;
    }
}
