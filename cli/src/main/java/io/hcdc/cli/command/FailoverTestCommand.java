package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.drill.DrillListener;
import io.hcdc.core.drill.DrillReport;
import io.hcdc.core.drill.DrillSpec;
import io.hcdc.core.drill.WorkloadChoice;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.report.DrillText;
import io.hcdc.core.report.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Breaks a role under load and says what an application would have felt. */
@Command(
        name = "failover-test",
        mixinStandardHelpOptions = true,
        description =
                "Break the holder of a role under numbered writes: how long nothing could be written, what was lost,"
                        + " who leads now, when redundancy was back.",
        footer = {
            "",
            "Examples:",
            "  hcdc failover-test rdsmaster",
            "  hcdc failover-test rdsmaster --fault pause --rounds 10 --max-outage 3s",
            "  hcdc failover-test rdsmaster --via front",
            "  hcdc failover-test pgmaster --workload-cmd './my-app-smoke'",
            "",
            "Ends with 0 when the drill passes, 1 when it misses an objective, 4 when no verdict is possible."
        })
public final class FailoverTestCommand implements Callable<Integer> {
    @ParentCommand
    private HcdcCommand root;

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "A role, e.g. rdsmaster: whoever holds it now; or a node.")
    private String target;

    @Mixin
    private StackName name;

    @Mixin
    private OutputFormat output;

    @Mixin
    private WorkloadOptions workload;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            defaultValue = "kill",
            description =
                    "kill (power cord), stop (planned), pause (frozen), isolate (cut from the network) or restart (faster"
                            + " than detection). Default: ${DEFAULT-VALUE}")
    private FaultKind fault;

    @Option(
            names = "--via",
            paramLabel = "PATH",
            description =
                    "The path an application takes to the role, such as front, one fixed address. A wrong one is answered"
                            + " with those there are.")
    private String via;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--max-outage",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Fail when an outage is longer, e.g. 2.5s.")
    private Duration maxOutage;

    @Option(
            names = "--max-lost",
            paramLabel = "N",
            defaultValue = "0",
            description = "Fail when more acknowledged writes are lost. Default: ${DEFAULT-VALUE}")
    private int maxLost;

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long recovery, and then redundancy, is waited for. Default: ${DEFAULT-VALUE}")
    private Duration limit;

    @Option(names = "--keep-writes", description = "Leave the drill's writes on the servers for somebody else to read.")
    private boolean keepWrites;

    @Override
    public Integer call() {
        DrillSpec spec = spec();
        DrillText text = new DrillText();
        DrillListener listener = output.isJson() ? DrillListener.SILENT : new Told(text, spec);
        DrillReport report = root.console().work(hcdc -> hcdc.drill(name.get(), spec, listener));
        if (output.isJson()) {
            root.console()
                    .print(new Json()
                            .text(Map.of("drill", report, "verdict", report.verdict(), "reasons", report.reasons())));
        } else {
            root.console().out().print(text.closing(report));
        }
        return ExitCode.of(report.verdict());
    }

    /** The drill as it goes on, for people. */
    private final class Told implements DrillListener {
        private final DrillText text;
        private final DrillSpec spec;

        Told(DrillText text, DrillSpec spec) {
            this.text = text;
            this.spec = spec;
        }

        @Override
        public void begins() {
            root.console().out().print(text.opening(name.get(), spec));
        }

        @Override
        public void judged(RoundResult round) {
            root.console().out().print(text.round(round));
        }
    }

    private DrillSpec spec() {
        List<Problem> problems = new ArrayList<>();
        WorkloadChoice choice = workload.choice(problems);
        int rate = workload.rate(choice);
        Duration timeout = workload.timeout(choice);
        between("--rate", rate, 1, 5_000, problems);
        between("--rounds", rounds, 1, 1_000, problems);
        between("--max-lost", maxLost, 0, Integer.MAX_VALUE, problems);
        between("--write-timeout (ms)", timeout.toMillis(), 10, 10_000, problems);
        between("--limit (ms)", limit.toMillis(), 1_000, 3_600_000, problems);
        InvalidInputException.throwIfAny(problems);
        return new DrillSpec(
                target,
                fault,
                Optional.ofNullable(via),
                choice,
                rate,
                rounds,
                timeout,
                limit,
                new DrillSpec.Objectives(Optional.ofNullable(maxOutage), maxLost),
                keepWrites ? DrillSpec.Aftermath.KEEP_WRITES : DrillSpec.Aftermath.ERASE_WRITES);
    }

    private static void between(String option, long value, long least, long most, List<Problem> problems) {
        if (value < least || value > most) {
            problems.add(Problem.at(option, "must be between " + least + " and " + most + ", got " + value));
        }
    }
}
