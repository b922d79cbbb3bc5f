package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Remedies;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.archive.DrillPlan;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.archive.Provenance;
import io.hcdc.core.drill.heal.FaultJournal;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.progress.Span;
import io.hcdc.core.run.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a drill round by round on a healthy stack and keeps each round's history under the stack's home, which is locked. */
public final class DrillRunner {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** A standby that has not written yet what has just come is no reason to refuse. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RunningStack running;
    private final Containers containers;
    private final Home home;
    private final Progress progress;

    public DrillRunner(RunningStack running, Containers containers, Home home, Progress progress) {
        this.running = running;
        this.containers = containers;
        this.home = home;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws InvalidInputException when there is no such target, no such path to it, or nothing for the workload
     * @throws EnvironmentNotReadyException when the stack is not healthy: before the first round nothing has begun then
     */
    public DrillReport run(DrillSpec spec, DrillListener listener) {
        DrillTarget first = DrillTarget.find(spec, running);
        requirePossible(spec, first);
        requireHealthy(first);
        listener.begins();
        String id = LocalDateTime.now().format(STAMP) + "-" + spec.slug();
        String stack = running.stack().name();
        Path folder = DrillFolder.begin(home, new DrillPlan(id, stack, spec, Provenance.of(running)));
        Optional<EarlyEnd.Deadline> deadline = spec.bounds()
                .maxDuration()
                .map(time -> new EarlyEnd.Deadline(System.nanoTime() + time.toNanos(), Span.of(time)));
        List<RoundResult> results = new ArrayList<>();
        for (int number = 1; number <= spec.rounds() && goesOn(results, deadline); number++) {
            RoundResult result = round(number, id, folder, spec, deadline);
            results.add(result);
            listener.judged(result);
        }
        DrillReport report = new DrillReport(id, stack, spec, folder.toString(), results);
        DrillFolder.end(home, report);
        return report;
    }

    private static boolean goesOn(List<RoundResult> results, Optional<EarlyEnd.Deadline> deadline) {
        return results.stream().allMatch(round -> round.ending().early().isEmpty())
                && deadline.filter(end -> System.nanoTime() - end.at() > 0).isEmpty();
    }

    /** What can be known before anything is broken. */
    private void requirePossible(DrillSpec spec, DrillTarget target) {
        Application application = Application.of(spec, target, running);
        Strike.of(spec, target, running);
        if (spec.objectives().maxLost().isEmpty()) {
            return;
        }
        try (Workload workload = application.start("check")) {
            if (!(workload instanceof Ledger)) {
                throw new InvalidInputException(Problem.at(
                                "max-lost",
                                "nothing that is written via " + application.via() + " is kept: no loss can be known")
                        .hint("leave it out, or choose another path with --via"));
            }
        }
    }

    private RoundResult round(
            int number, String id, Path folder, DrillSpec spec, Optional<EarlyEnd.Deadline> deadline) {
        DrillTarget target = DrillTarget.find(spec, running);
        requireHealthy(target);
        Application application = Application.of(spec, target, running);
        List<Strike> strikes = Strike.of(spec, target, running);
        Path file = folder.resolve("round-" + number + ".jsonl");
        try (History history = new History(file);
                Workload workload = application.start(id + "-" + number)) {
            history.add(header(number, spec, target, application.via(), history));
            try (Observers observers = Observers.begin(target, running, containers, history)) {
                new DrillRound(spec, target, strikes, deadline, containers, new FaultJournal(home), history, progress)
                        .run(workload);
            }
        }
        return Judge.judge(file);
    }

    private Entry.Round header(int number, DrillSpec spec, DrillTarget target, String via, History history) {
        FaultKind kind = spec.steps().get(0).fault().kind();
        Remedies remedies = target.servers().remedies(target.role(), kind);
        return new Entry.Round(
                history.now(),
                number,
                LocalDateTime.now().toString(),
                running.stack().name(),
                target.role(),
                target.node(),
                via,
                kind,
                spec.rate(),
                spec.timeout().toMillis(),
                predicted(spec, target, kind),
                spec.origin().name(),
                spec.origin().seed().orElse(null),
                remedies.outage().orElse(""),
                remedies.loss().orElse(""));
    }

    /** The formulas know one fault on the role's holder, and nothing of several. */
    private static long predicted(DrillSpec spec, DrillTarget target, FaultKind kind) {
        boolean one = spec.steps().size() == 1 && spec.steps().get(0).target().equals(spec.target());
        return one
                ? target.servers()
                        .predictedOutage(target.role(), kind)
                        .map(Duration::toMillis)
                        .orElse(-1L)
                : -1;
    }

    private static void requireHealthy(DrillTarget target) {
        target.awaitRedundancy(PATIENCE, missing -> {}).ifPresent(missing -> {
            throw new EnvironmentNotReadyException(
                    Problem.at(target.role(), "the stack is not healthy, nothing was broken: " + missing)
                            .hint("'hcdc status' shows the nodes, 'hcdc init' brings back what is down"));
        });
    }
}
