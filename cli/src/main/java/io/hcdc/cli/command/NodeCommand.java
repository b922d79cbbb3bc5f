package io.hcdc.cli.command;

import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.cli.console.Table;
import io.hcdc.core.Hcdc;
import io.hcdc.core.Init;
import io.hcdc.core.json.Json;
import io.hcdc.core.pool.NodeChange;
import io.hcdc.core.pool.PoolStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The application's nodes behind the balancer. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = "List and change the application's nodes behind the balancer, without dropping a connection. They"
                + " are settings: a later 'hcdc init' brings up those it is given.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  hcdc node list",
            "  hcdc node add app4 192.168.122.103:80",
            "  hcdc node drain app4"
        })
public final class NodeCommand implements Callable<Integer> {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final String NODE = "A node of 'hcdc node list'.";
    private static final String FORCE = "Even if no node is left that takes new clients.";

    @ParentCommand
    private HcdcCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Show the application's nodes and what each balancer says of them.",
            footer = {"", "Examples:", "  hcdc node list", "  hcdc node list --output json"})
    int list(@Mixin StackName name, @Mixin OutputFormat output) {
        PoolStatus nodes = root.console().work(hcdc -> hcdc.nodes(name.get()));
        root.console().print(output.isJson() ? new Json().text(nodes) : text(nodes));
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Put a node behind the balancer. It takes new clients at once, as long as it passes its checks.",
            footer = {
                "",
                "Examples:",
                "  hcdc node add app4 192.168.122.103:80",
                "  hcdc node add app5 app5.example:8080 --name second"
            })
    int add(
            @Parameters(
                            index = "0",
                            paramLabel = "NODE",
                            description = "Its name, also in the cookie that keeps a client there.")
                    String node,
            @Parameters(index = "1", paramLabel = "HOST:PORT", description = "Where the balancer reaches it.")
                    String address,
            @Mixin StackName name) {
        return change(name, new NodeChange.Add(node, address), "is behind the balancer");
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description =
                    "Take a node away from behind the balancer. Requests it is answering go on; 'hcdc node drain' it"
                            + " first if clients have to finish more than that. Without any node the demo application"
                            + " answers, where there is one.",
            footer = {"", "Examples:", "  hcdc node remove app4", "  hcdc node remove app4 --force"})
    int remove(
            @Parameters(index = "0", paramLabel = "NODE", description = NODE) String node,
            @Mixin StackName name,
            @Option(names = "--force", description = FORCE) boolean force) {
        return change(name, new NodeChange.Remove(node, guard(force)), "is not behind the balancer any more");
    }

    @Command(
            name = "drain",
            mixinStandardHelpOptions = true,
            description = "Send a node no new clients. Those whose cookie names it still go there.",
            footer = {"", "Examples:", "  hcdc node drain app4", "  hcdc node drain app4 --force"})
    int drain(
            @Parameters(index = "0", paramLabel = "NODE", description = NODE) String node,
            @Mixin StackName name,
            @Option(names = "--force", description = FORCE) boolean force) {
        return change(name, new NodeChange.Drain(node, guard(force)), "takes no new clients");
    }

    @Command(
            name = "undrain",
            mixinStandardHelpOptions = true,
            description = "Send a drained node new clients again.",
            footer = {"", "Example:", "  hcdc node undrain app4"})
    int undrain(@Parameters(index = "0", paramLabel = "NODE", description = NODE) String node, @Mixin StackName name) {
        return change(name, new NodeChange.Undrain(node), "takes new clients");
    }

    private static NodeChange.Guard guard(boolean force) {
        return force ? NodeChange.Guard.FORCE : NodeChange.Guard.KEEP_ONE;
    }

    private int change(StackName name, NodeChange change, String now) {
        Console console = root.console();
        return console.work(hcdc -> {
            Init.Result result = hcdc.changeNodes(name.get(), change, READY);
            console.print(change.node() + " " + now + (result.plan().isEmpty() ? ": nothing had to be changed" : ""));
            console.print("");
            console.print(text(hcdc.nodes(name.get())));
            return ExitCode.OK;
        });
    }

    private static String text(PoolStatus status) {
        if (status.nodes().isEmpty()) {
            return "no application nodes: " + status.withoutNodes() + "; "
                    + named("'hcdc node add NODE HOST:PORT", status.stack()) + "' adds one";
        }
        Table table = new Table().row("NODE", "ADDRESS", "BALANCER", "STATE", "CHECK", "SESSIONS");
        for (PoolStatus.PoolNode node : status.nodes()) {
            List<PoolStatus.Seen> seen = node.balancers();
            if (seen.isEmpty()) {
                table.row(node.name(), node.address(), "", "unknown", "no balancer knows it", "");
            }
            seen.forEach(one -> table.row(
                    node.name(),
                    node.address(),
                    one.balancer(),
                    one.state(),
                    one.check().isEmpty() ? "none yet" : one.check(),
                    String.valueOf(one.sessions())));
        }
        return table.text();
    }

    private static String named(String command, String stack) {
        return command + (stack.equals(Hcdc.DEFAULT_NAME) ? "" : " --name " + stack);
    }
}
