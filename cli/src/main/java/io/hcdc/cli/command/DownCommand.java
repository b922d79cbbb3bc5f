package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Planner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Ends a stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop a stack's servers properly and remove its containers and network. Images and data stay.",
        footer = {"", "Examples:", "  hcdc down", "  hcdc down --volumes --name second"})
public final class DownCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackName name;

    @Option(names = "--volumes", description = "Remove the data as well.")
    private boolean volumes;

    @Override
    public Integer call() {
        return root.console().work(hcdc -> {
            Plan plan =
                    hcdc.planDown(name.get(), volumes ? Planner.Removal.WITH_VOLUMES : Planner.Removal.KEEP_VOLUMES);
            hcdc.execute(name.get(), plan);
            String data = volumes ? "its data is gone" : "its data and images stay; 'hcdc init' goes on with them";
            root.console()
                    .print(
                            plan.isEmpty()
                                    ? "stack " + name.get() + " is down already: nothing changed"
                                    : "stack " + name.get() + " is down; " + data);
            return ExitCode.OK;
        });
    }
}
