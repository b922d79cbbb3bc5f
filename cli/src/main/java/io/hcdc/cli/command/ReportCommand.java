package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.cli.console.Table;
import io.hcdc.core.drill.archive.DrillArchive;
import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.archive.DrillSummary;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.json.Json;
import io.hcdc.core.report.Comparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells again what a drill has shown; needs no running stack, and no engine. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "List the drills of a stack, or judge the histories of one anew and tell what they show.",
        footer = {
            "",
            "Examples:",
            "  hcdc report",
            "  hcdc report latest",
            "  hcdc report latest --html --out drill.html",
            "  hcdc report latest --diff 20260101-000000",
            "  hcdc report 20260101-000000-rdsmaster-kill --max-outage 2s",
            "",
            "Ends with 0: reading is no test. With an objective it is one, and ends as the drill would have:",
            "0 when it passes, 1 when it misses an objective, 4 when no verdict is possible."
        })
public final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "A run's id or its beginning, latest, or a path to a run's folder or to one history. Without"
                    + " it, all runs are listed.")
    private String run;

    @Mixin
    private StackName name;

    @ArgGroup
    private ReportForm form = new ReportForm();

    @Mixin
    private ReportOutput output;

    @Option(names = "--diff", paramLabel = "RUN", description = "Set another run beside it.")
    private String other;

    @Mixin
    private ObjectiveOptions objectives;

    @Override
    public Integer call() {
        check();
        if (run == null) {
            output.write(root.console(), list(drills().list()));
            return ExitCode.OK;
        }
        DrillFolder folder = find(run);
        DrillDocument drill = judged(folder);
        output.write(
                root.console(),
                other == null ? form.of(drill, folder) : new Comparison(judged(find(other)), drill).text());
        return objectives.areGiven() ? ExitCode.of(drill.verdict()) : ExitCode.OK;
    }

    private DrillFolder find(String name) {
        return name.contains("/") || name.endsWith(".jsonl") ? DrillFolder.at(Path.of(name)) : drills().find(name);
    }

    private DrillArchive drills() {
        return root.console().work(hcdc -> hcdc.drills(name.get()));
    }

    private void check() {
        List<Problem> problems = new ArrayList<>(output.problems());
        if (run == null && (other != null || objectives.areGiven() || form.isOfARun())) {
            problems.add(Problem.at("", "which run?").hint("'hcdc report' lists them; latest is the newest"));
        }
        if (other != null && !form.isText()) {
            problems.add(Problem.at("--diff", "two runs are set side by side as text only"));
        }
        InvalidInputException.throwIfAny(problems);
    }

    private DrillDocument judged(DrillFolder folder) {
        DrillDocument drill = folder.judge();
        List<Problem> problems = new ArrayList<>();
        DrillDocument held = drill.judgedBy(objectives.on(drill.drill().spec(), problems));
        InvalidInputException.throwIfAny(problems);
        return held;
    }

    private String list(List<DrillSummary> drills) {
        if (form.isJson()) {
            return new Json().text(drills) + "\n";
        }
        if (drills.isEmpty()) {
            return "no drill was run on the stack '" + name.get() + "' yet\n";
        }
        Table table = new Table().row("RUN", "TARGET", "FAULT", "ROUNDS", "VERDICT");
        drills.forEach(drill -> table.row(
                drill.id(),
                drill.target(),
                drill.fault(),
                String.valueOf(drill.rounds()),
                drill.verdict().name().toLowerCase(Locale.ROOT)));
        return table.text() + "\n";
    }
}
