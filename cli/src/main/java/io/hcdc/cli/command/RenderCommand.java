package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.Hcdc;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Writes a stack's files without starting anything. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description =
                "Write the compose file, configurations, certificates and secrets into the stack's home, and start"
                        + " nothing. Needs no engine.",
        footer = {"", "Example:", "  hcdc render standalone --name look"})
public final class RenderCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackOptions stack;

    @Override
    public Integer call() {
        Hcdc.RenderResult result = root.console().work(hcdc -> hcdc.render(stack.request(Duration.ZERO)));
        result.files()
                .forEach(
                        file -> root.console().print(result.home().resolve(file).toString()));
        return ExitCode.OK;
    }
}
