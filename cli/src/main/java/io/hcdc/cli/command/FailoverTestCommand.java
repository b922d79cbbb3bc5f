package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
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
            "  hcdc failover-test pgmaster --html pgmaster.html --junit pgmaster.xml",
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
    private ReportFiles files;

    @Mixin
    private WorkloadOptions workload;

    @Mixin
    private FaultOptions fault;

    @Mixin
    private RoundOptions rounds;

    @Mixin
    private ObjectiveOptions objectives;

    @Mixin
    private BoundOptions bounds;

    @Option(names = "--keep-writes", description = "Leave the drill's writes on the servers for somebody else to read.")
    private boolean keepWrites;

    @Override
    public Integer call() {
        return new DrillSession(root.console(), name.get(), output, files).run(spec());
    }

    private DrillSpec spec() {
        List<Problem> problems = new ArrayList<>(files.problems());
        rounds.check(problems);
        DrillSpec plain = DrillSpec.of(target, FaultSpec.of(FaultKind.KILL));
        DrillSpec spec = new DrillSpec(
                plain.origin(),
                target,
                List.of(fault.step(target, problems)),
                rounds.via(),
                plain.workload(),
                plain.rate(),
                plain.reads(),
                rounds.rounds(),
                plain.timeout(),
                rounds.limit(),
                plain.steady(),
                plain.objectives(),
                bounds.on(plain.bounds(), problems),
                keepWrites ? DrillSpec.Aftermath.KEEP_WRITES : DrillSpec.Aftermath.ERASE_WRITES);
        DrillSpec suffered = workload.on(spec, problems);
        DrillSpec held = suffered.judgedBy(objectives.on(suffered, problems));
        InvalidInputException.throwIfAny(problems);
        return held;
    }
}
