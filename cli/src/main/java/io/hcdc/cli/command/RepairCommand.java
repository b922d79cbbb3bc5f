package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.repair.Repair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives a node its data anew. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = "Throw a node's data away and take that of its peers: for a node that cannot rejoin by itself, as"
                + " 'hcdc status' then says. Asks first. Ends with 1 when the node refuses, as one that leads"
                + " does.",
        footer = {"", "Examples:", "  hcdc repair pg2", "  hcdc repair pg2 --yes"})
public final class RepairCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Parameters(index = "0", paramLabel = "NODE", description = "A node of 'hcdc status'.")
    private String node;

    @Mixin
    private StackName name;

    @Mixin
    private Confirmation confirmation;

    @Override
    public Integer call() {
        return root.console().work(hcdc -> {
            Repair repair = hcdc.planRepair(name.get(), node);
            if (!confirmation.given(
                    root.console(), "Throw away the data of " + node + " and take that of its peers?")) {
                root.console().print("nothing was changed");
                return ExitCode.FAILED;
            }
            hcdc.repair(name.get(), repair);
            root.console().print(node + " has the data of its peers");
            return ExitCode.OK;
        });
    }
}
