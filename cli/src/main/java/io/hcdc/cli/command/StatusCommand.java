package io.hcdc.cli.command;

import io.hcdc.api.Readiness;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.cli.console.Table;
import io.hcdc.core.Hcdc;
import io.hcdc.core.StackStatus;
import io.hcdc.core.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Shows what runs and who leads. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Show every node: its container, its role by its own word, and whether each component does its work."
                        + " Ends with 1 when one does not.",
        footer = {"", "Examples:", "  hcdc status", "  hcdc status --output json"})
public final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Mixin
    private StackName name;

    @Mixin
    private OutputFormat output;

    @Override
    public Integer call() {
        StackStatus status = root.console().work(hcdc -> hcdc.status(name.get()));
        root.console().print(output.isJson() ? new Json().text(status) : text(status));
        return status.isReady() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String text(StackStatus status) {
        Table nodes = new Table().row("NODE", "CONTAINER", "ROLE", "PORTS", "DETAIL");
        status.nodes()
                .forEach(node -> nodes.row(node.node(), node.container(), node.role(), node.ports(), node.detail()));
        Table components = new Table();
        status.readiness()
                .forEach((component, readiness) -> components.row(
                        component,
                        readiness instanceof Readiness.Ready ready
                                ? "ready: " + ready.summary()
                                : "not ready: " + ((Readiness.NotReady) readiness).reason()));
        String text = nodes.text() + "\n\n" + components.text();
        return status.isDown()
                ? text + "\n\nstack " + status.stack() + " is down: " + Hcdc.bringUp(status.stack())
                : text;
    }
}
