package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.run.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     * @throws InvalidInputException when there is no such target, or no such path to it
     * @throws EnvironmentNotReadyException when the stack is not healthy: before the first round nothing has begun then
     */
    public DrillReport run(DrillSpec spec, DrillListener listener) {
        healthyTarget(spec);
        listener.begins();
        String id = LocalDateTime.now().format(STAMP) + "-" + spec.target() + "-"
                + spec.fault().kind().word();
        String stack = running.stack().name();
        Path folder = DrillFolder.begin(home, new DrillPlan(id, stack, spec, Provenance.of(running)));
        List<RoundResult> results = new ArrayList<>();
        for (int number = 1; number <= spec.rounds(); number++) {
            RoundResult result = round(number, id, folder, spec);
            results.add(result);
            listener.judged(result);
        }
        DrillReport report = new DrillReport(id, stack, spec, folder.toString(), results);
        DrillFolder.end(home, report);
        return report;
    }

    private RoundResult round(int number, String id, Path folder, DrillSpec spec) {
        DrillTarget target = healthyTarget(spec);
        String workloadId = id + "-" + number;
        Path file = folder.resolve("round-" + number + ".jsonl");
        try (History history = new History(file);
                Workload workload = target.servers()
                        .workload(target.role(), new WorkloadSpec(workloadId, target.path(), spec.timeout()))) {
            history.add(header(number, spec, target));
            Injection injection = Injection.of(spec.fault(), target.node(), running.stack(), holders(spec));
            new DrillRound(spec, target, injection, containers, new FaultJournal(home), history, progress)
                    .run(workload);
        }
        return Judge.judge(file);
    }

    private Entry.Round header(int number, DrillSpec spec, DrillTarget target) {
        long predicted = target.servers()
                .predictedOutage(target.role(), spec.fault().kind())
                .map(Duration::toMillis)
                .orElse(-1L);
        return new Entry.Round(
                0,
                number,
                LocalDateTime.now().toString(),
                running.stack().name(),
                target.role(),
                target.node(),
                target.path(),
                spec.fault().kind(),
                spec.rate(),
                spec.timeout().toMillis(),
                predicted);
    }

    /** Who holds which role now: asked only where a cut may name roles. */
    private Map<String, String> holders(DrillSpec spec) {
        Map<String, String> holders = new LinkedHashMap<>();
        if (spec.fault().kind() == FaultKind.PARTITION) {
            for (Drillable servers : running.drillables()) {
                servers.roles().forEach(role -> servers.holder(role).ifPresent(holder -> holders.put(role, holder)));
            }
        }
        return holders;
    }

    private DrillTarget healthyTarget(DrillSpec spec) {
        DrillTarget target = DrillTarget.find(spec, running);
        target.awaitRedundancy(PATIENCE, missing -> {}).ifPresent(missing -> {
            throw new EnvironmentNotReadyException(
                    Problem.at(target.role(), "the stack is not healthy, nothing was broken: " + missing)
                            .hint("'hcdc status' shows the nodes, 'hcdc init' brings back what is down"));
        });
        return target;
    }
}
