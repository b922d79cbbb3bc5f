package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.cli.console.Table;
import io.hcdc.core.json.Json;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists what can be brought up. */
@Command(
        name = "stacks",
        mixinStandardHelpOptions = true,
        description = "List the stacks that can be brought up.",
        footer = {"", "Example:", "  hcdc stacks"})
public final class StacksCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private OutputFormat output;

    @Override
    public Integer call() {
        List<StackSpec> stacks = root.console().work(hcdc -> hcdc.stacks());
        if (output.isJson()) {
            root.console()
                    .print(new Json()
                            .text(stacks.stream()
                                    .map(stack -> Map.of(
                                            "name", stack.source(),
                                            "description", stack.description(),
                                            "components", stack.components().keySet()))
                                    .toList()));
            return ExitCode.OK;
        }
        Table table = new Table().row("STACK", "COMPONENTS", "DESCRIPTION");
        stacks.forEach(stack -> table.row(
                stack.source() + (stack.source().equals(Catalogue.DEFAULT) ? " (default)" : ""),
                String.join(" ", stack.components().keySet()),
                stack.description()));
        root.console().print(table.text());
        return ExitCode.OK;
    }
}
