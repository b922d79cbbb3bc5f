package io.hcdc.cli;

import io.hcdc.cli.command.DownCommand;
import io.hcdc.cli.command.DrillCommand;
import io.hcdc.cli.command.ExecCommand;
import io.hcdc.cli.command.FailoverTestCommand;
import io.hcdc.cli.command.HcdcCommand;
import io.hcdc.cli.command.InfoCommand;
import io.hcdc.cli.command.InitCommand;
import io.hcdc.cli.command.LogsCommand;
import io.hcdc.cli.command.NodeCommand;
import io.hcdc.cli.command.NukeCommand;
import io.hcdc.cli.command.RenderCommand;
import io.hcdc.cli.command.RepairCommand;
import io.hcdc.cli.command.ReportCommand;
import io.hcdc.cli.command.StacksCommand;
import io.hcdc.cli.command.StatusCommand;
import io.hcdc.cli.command.WaitCommand;
import io.hcdc.cli.console.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every command, in the order of the help. Only the one that is called is built, the others are there by name and
 * description: reflecting on all of them takes longer than many a command's work. The engine's client is made meanwhile,
 * for those that need it.
 */
final class CommandTree {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("init", InitCommand.class, InitCommand::new, Engine.NEEDED),
            new Entry("status", StatusCommand.class, StatusCommand::new, Engine.NEEDED),
            new Entry("wait", WaitCommand.class, WaitCommand::new, Engine.NEEDED),
            new Entry("info", InfoCommand.class, InfoCommand::new, Engine.UNUSED),
            new Entry("node", NodeCommand.class, NodeCommand::new, Engine.NEEDED),
            new Entry("failover-test", FailoverTestCommand.class, FailoverTestCommand::new, Engine.NEEDED),
            new Entry("drill", DrillCommand.class, DrillCommand::new, Engine.NEEDED),
            new Entry("report", ReportCommand.class, ReportCommand::new, Engine.UNUSED),
            new Entry("repair", RepairCommand.class, RepairCommand::new, Engine.NEEDED),
            new Entry("logs", LogsCommand.class, LogsCommand::new, Engine.NEEDED),
            new Entry("exec", ExecCommand.class, ExecCommand::new, Engine.NEEDED),
            new Entry("stacks", StacksCommand.class, StacksCommand::new, Engine.UNUSED),
            new Entry("render", RenderCommand.class, RenderCommand::new, Engine.UNUSED),
            new Entry("down", DownCommand.class, DownCommand::new, Engine.NEEDED),
            new Entry("nuke", NukeCommand.class, NukeCommand::new, Engine.NEEDED));

    private enum Engine {
        NEEDED,
        UNUSED
    }

    private record Entry(String name, Class<?> type, Supplier<? extends Callable<Integer>> make, Engine engine) {

        /** Enough to be listed, and to be offered for a name that is nearly this one. */
        CommandSpec listing() {
            CommandSpec spec = CommandSpec.create();
            spec.usageMessage().description(type.getAnnotation(Command.class).description());
            return spec;
        }
    }

    private CommandTree() {}

    /** What can execute these arguments: the one command they name, or, where they name none, what tells of them all. */
    static CommandLine commandLine(Console console, String... arguments) {
        Optional<Entry> called = ENTRIES.stream()
                .filter(entry -> arguments.length > 0 && entry.name().equals(arguments[0]))
                .findFirst();
        called.filter(entry -> entry.engine() == Engine.NEEDED).ifPresent(entry -> console.prepareEngine());
        CommandLine root = new CommandLine(new HcdcCommand(console));
        called.ifPresentOrElse(
                entry -> root.addSubcommand(entry.name(), entry.make().get()),
                () -> ENTRIES.forEach(entry -> root.addSubcommand(entry.name(), entry.listing())));
        root.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(100);
        root.setParameterExceptionHandler(new UsageErrors(console));
        root.setExecutionExceptionHandler(new FailureReport(console));
        return root;
    }
}
