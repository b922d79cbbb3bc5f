package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Workload;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

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
        Application.of(spec, DrillTarget.find(spec, running), running);
        healthyTarget(spec);
        listener.begins();
        String id = LocalDateTime.now().format(STAMP) + "-" + spec.target() + "-"
                + spec.fault().word();
        Path folder = home.subfolder("drills/" + id);
        List<RoundResult> results = new ArrayList<>();
        for (int number = 1; number <= spec.rounds(); number++) {
            RoundResult result = round(number, id, folder, spec);
            results.add(result);
            listener.judged(result);
        }
        return new DrillReport(id, running.stack().name(), spec, folder.toString(), results);
    }

    private RoundResult round(int number, String id, Path folder, DrillSpec spec) {
        DrillTarget target = healthyTarget(spec);
        Application application = Application.of(spec, target, running);
        Path file = folder.resolve("round-" + number + ".jsonl");
        try (History history = new History(file);
                Workload workload = application.start(id + "-" + number)) {
            history.add(header(number, spec, target, application.via(), history));
            new DrillRound(spec, target, containers, new FaultJournal(home), history, progress).run(workload);
        }
        return judged(file);
    }

    private static RoundResult judged(Path history) {
        try {
            return Judge.judge(History.read(history));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry.Round header(int number, DrillSpec spec, DrillTarget target, String via, History history) {
        long predicted = target.servers()
                .predictedOutage(target.role(), spec.fault())
                .map(Duration::toMillis)
                .orElse(-1L);
        return new Entry.Round(
                history.now(),
                number,
                LocalDateTime.now().toString(),
                running.stack().name(),
                target.role(),
                target.node(),
                via,
                spec.fault(),
                spec.rate(),
                spec.timeout().toMillis(),
                predicted);
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
