package io.hcdc.cli.command;

import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.Hcdc;
import io.hcdc.core.plan.Plan;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes everything hcdc made, and nothing else. */
@Command(
        name = "nuke",
        mixinStandardHelpOptions = true,
        description =
                "Remove everything hcdc made, of every stack: containers, networks, volumes, images with their base,"
                        + " homes. Found by hcdc's labels only. Lists it and asks first.",
        footer = {"", "Examples:", "  hcdc nuke", "  hcdc nuke --yes --keep-images", "  hcdc nuke --name second"})
public final class NukeCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Option(names = "--name", paramLabel = "NAME", description = "Only this stack; images are spared.")
    private String name;

    @Mixin
    private Confirmation confirmation;

    @Option(names = "--keep-images", description = "Spare the images: the next init need not build them.")
    private boolean keepImages;

    @Override
    public Integer call() {
        return root.console().work(hcdc -> {
            Plan plan = hcdc.planNuke(new Hcdc.NukeScope(
                    Optional.ofNullable(name), keepImages ? Hcdc.NukeScope.Images.KEEP : Hcdc.NukeScope.Images.REMOVE));
            if (plan.isEmpty()) {
                root.console().print("nothing of hcdc's is here");
                return ExitCode.OK;
            }
            root.console().print(plan.text());
            if (!confirmation.given(root.console(), "Remove all of this?")) {
                root.console().print("nothing was removed");
                return ExitCode.FAILED;
            }
            hcdc.executeUnlocked(plan);
            root.console().print("all of this is gone");
            return ExitCode.OK;
        });
    }
}
