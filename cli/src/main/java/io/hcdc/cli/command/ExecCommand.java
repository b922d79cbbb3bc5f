package io.hcdc.cli.command;

import io.hcdc.core.engine.ExecSpec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a command in a node. */
@Command(
        name = "exec",
        mixinStandardHelpOptions = true,
        description =
                "Run a command in a node, with this terminal where there is one. Ends with the command's exit code.",
        footer = {"", "Examples:", "  hcdc exec rds1 -- bash", "  hcdc exec pg1 -- psql -U postgres -c 'select 1'"})
public final class ExecCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Parameters(index = "0", paramLabel = "NODE", description = "A node of 'hcdc status'.")
    private String node;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CMD",
            description = "The command and its arguments, after --.")
    private List<String> command;

    @Mixin
    private StackName name;

    @Override
    public Integer call() {
        ExecSpec.Terminal terminal = System.console() == null ? ExecSpec.Terminal.NONE : ExecSpec.Terminal.ATTACHED;
        ExecSpec spec = new ExecSpec(
                command,
                terminal,
                root.console().in(),
                root.console().out(),
                root.console().err());
        return root.console().work(hcdc -> hcdc.exec(name.get(), node, spec));
    }
}
