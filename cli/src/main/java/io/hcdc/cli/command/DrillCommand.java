package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.cli.console.Table;
import io.hcdc.core.drill.file.DrillFile;
import io.hcdc.core.drill.matrix.Matrix;
import io.hcdc.core.drill.matrix.MatrixRequest;
import io.hcdc.core.drill.matrix.Possible;
import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.json.Json;
import io.hcdc.core.progress.Span;
import io.hcdc.core.report.ScorecardText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Drills beyond one fault on one target. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "List what can be done to a stack, run an experiment from a file, or drill every fault on every"
                + " target. 'hcdc failover-test' is the short way to one fault on one target.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  hcdc drill list",
            "  hcdc drill run frozen-then-killed",
            "  hcdc drill matrix --targets rdsmaster,pgmaster"
        })
public final class DrillCommand implements Callable<Integer> {
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
            description =
                    "Show the roles of a stack, the paths to each, and the outage that each fault on it is predicted"
                            + " to cost. The stack need not run.",
            footer = {"", "Examples:", "  hcdc drill list", "  hcdc drill list --output json"})
    int list(@Mixin StackName name, @Mixin OutputFormat output) {
        List<Possible> possible = root.console().work(hcdc -> hcdc.possibleDrills(name.get()));
        root.console().print(output.isJson() ? new Json().text(possible) : text(possible));
        return ExitCode.OK;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description =
                    "Run an experiment: a workload, faults over time, and what must hold. What is given here counts"
                            + " more than what the file says. Ends with 0 when it passes, 1 when it misses an objective, 4 when no"
                            + " verdict is possible.",
            footer = {
                "",
                "Examples:",
                "  hcdc drill run frozen-then-killed",
                "  hcdc drill run my.yaml --seed 7 --max-outage 3s"
            })
    int run(
            @Parameters(
                            index = "0",
                            paramLabel = "FILE",
                            description = "A YAML file, or the name of a drill that comes with the program.")
                    String file,
            @Mixin StackName name,
            @Mixin OutputFormat output,
            @Mixin ReportFiles files,
            @Mixin WorkloadOptions workload,
            @Mixin ObjectiveOptions objectives,
            @Mixin BoundOptions bounds,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            description = "Make the same random picks as the run that told this number.")
                    Long seed) {
        DrillFile read = root.console().work(hcdc -> hcdc.drillFile(file));
        DrillSpec written = read.drill(
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                () -> new Random().nextInt(Integer.MAX_VALUE));
        List<Problem> problems = new ArrayList<>(files.problems());
        DrillSpec suffered = workload.on(written, problems);
        DrillSpec drill =
                suffered.judgedBy(objectives.on(suffered, problems)).within(bounds.on(suffered.bounds(), problems));
        InvalidInputException.throwIfAny(problems);
        return new DrillSession(root.console(), name.get(), output, files).run(drill);
    }

    @Command(
            name = "matrix",
            mixinStandardHelpOptions = true,
            description =
                    "Drill every fault on every role, one after the other and unattended, and show one table. A drill"
                            + " that goes wrong is unknown, and the next one begins once the stack is healthy again. Ends with 0"
                            + " when all pass, 1 when one fails, 4 when one is unknown and none fails.",
            footer = {
                "",
                "Examples:",
                "  hcdc drill matrix",
                "  hcdc drill matrix --targets rdsmaster,pgmaster --faults kill,pause --rounds 3",
                "  hcdc drill matrix --resume"
            })
    int matrix(
            @Mixin StackName name,
            @Mixin OutputFormat output,
            @Mixin ReportFiles files,
            @Option(
                            names = "--targets",
                            paramLabel = "ROLE,…",
                            split = ",",
                            description = "Roles of 'hcdc drill list'. Default: all")
                    List<String> targets,
            @Option(
                            names = "--faults",
                            paramLabel = "FAULT,…",
                            split = ",",
                            description = "Faults of 'hcdc drill list'. Default: all")
                    List<String> faults,
            @Option(
                            names = "--via",
                            paramLabel = "PATH",
                            description =
                                    "The path an application takes; where a role has none of this name, its first.")
                    String via,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "Of each drill. Default: ${DEFAULT-VALUE}")
                    int rounds,
            @Option(
                            names = "--limit",
                            paramLabel = "TIME",
                            defaultValue = "60s",
                            converter = DurationConverter.class,
                            description = "How long recovery, and then redundancy, is waited for in a drill."
                                    + " Default: ${DEFAULT-VALUE}")
                    Duration limit,
            @Option(names = "--resume", description = "Go on where the last matrix was interrupted.") boolean resume) {
        List<Problem> problems = new ArrayList<>(files.problems());
        RoundOptions.between("--rounds", rounds, 1, 1_000, problems);
        RoundOptions.between("--limit (ms)", limit.toMillis(), 1_000, 3_600_000, problems);
        InvalidInputException.throwIfAny(problems);
        MatrixRequest request = new MatrixRequest(
                Optional.ofNullable(targets).orElse(List.of()),
                Optional.ofNullable(faults).orElse(List.of()),
                Optional.ofNullable(via),
                rounds,
                limit);
        Scorecard card = root.console()
                .work(hcdc -> hcdc.matrix(
                        name.get(),
                        request,
                        resume ? Matrix.Begin.RESUME : Matrix.Begin.ANEW,
                        new Told(root.console())));
        files.write(card);
        root.console().print(output.isJson() ? new Json().text(card) : text(card));
        return ExitCode.of(card.verdict());
    }

    private static String text(List<Possible> possible) {
        Table table = new Table().row("TARGET", "FAULT", "PREDICTED OUTAGE", "PATHS");
        for (Possible one : possible) {
            String paths = one.paths().get(0) + " (default)"
                    + String.join(
                            "",
                            one.paths().stream()
                                    .skip(1)
                                    .map(path -> ", " + path)
                                    .toList());
            for (Possible.Fault fault : one.faults()) {
                table.row(one.target(), fault.fault(), predicted(fault), paths);
            }
        }
        return table.text();
    }

    private static String predicted(Possible.Fault fault) {
        return fault.predicted()
                .map(time -> time.isZero() ? "none" : Span.of(time).toString())
                .orElse("unknown");
    }

    private static String text(Scorecard card) {
        ScorecardText text = new ScorecardText();
        Table table = new Table().row(text.head().toArray(String[]::new));
        card.rows().forEach(row -> table.row(text.cells(row).toArray(String[]::new)));
        StringBuilder all = new StringBuilder(table.text());
        text.notes(card).forEach(note -> all.append("\n  ").append(note));
        return all.toString();
    }

    /** One line per cell, where progress goes. */
    private static final class Told implements Matrix.Listener {
        private final Console console;

        Told(Console console) {
            this.console = console;
        }

        @Override
        public void begins(int number, int of, DrillSpec cell, Optional<Duration> left) {
            console.err()
                    .println("[" + number + "/" + of + "] " + cell.deed()
                            + left.map(time -> ", about " + minutes(time) + " left")
                                    .orElse(""));
        }

        private static String minutes(Duration time) {
            return time.toMinutes() < 1 ? time.toSeconds() + " s" : (time.toSeconds() + 30) / 60 + " min";
        }

        @Override
        public void ends(Scorecard.Row row) {
            String outage = row.n() == 0
                    ? ""
                    : ", outage " + new ScorecardText().cells(row).get(5);
            console.err().println("    " + row.verdict().name().toLowerCase(Locale.ROOT) + outage);
            row.reasons().forEach(reason -> console.err().println("    " + reason));
        }

        @Override
        public void revives(String missing) {
            console.err().println("    the stack is not healthy, what is down is brought up: " + missing);
        }
    }
}
