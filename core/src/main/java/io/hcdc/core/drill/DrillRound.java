package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.heal.FaultJournal;
import io.hcdc.core.drill.heal.Healer;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.history.Ranges;
import io.hcdc.core.drill.load.OpenLoop;
import io.hcdc.core.drill.load.Readers;
import io.hcdc.core.drill.load.Streak;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.progress.Span;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One round of a drill: load, fault, recovery, return, final read. Everything goes into the history; nothing is judged. */
final class DrillRound {
    private static final Duration POLL = Duration.ofMillis(10);

    /** How long all nodes may take to show the same writes once the role is redundant again. */
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(5);

    private final DrillSpec spec;
    private final DrillTarget target;
    private final List<Strike> strikes;
    private final Optional<EarlyEnd.Deadline> deadline;
    private final Containers containers;
    private final FaultJournal journal;
    private final History history;
    private final Progress progress;
    private EarlyEnd early;

    DrillRound(
            DrillSpec spec,
            DrillTarget target,
            List<Strike> strikes,
            Optional<EarlyEnd.Deadline> deadline,
            Containers containers,
            FaultJournal journal,
            History history,
            Progress progress) {
        this.spec = spec;
        this.target = target;
        this.strikes = strikes;
        this.deadline = deadline;
        this.containers = containers;
        this.journal = journal;
        this.history = history;
        this.progress = progress;
    }

    /** What cannot be broken is refused before anything is written. */
    void run(Workload workload) {
        try (Healer healer = new Healer(what -> Fault.of(what, containers), journal, progress)) {
            strikes.forEach(strike -> healer.register(strike.injection()));
            underLoad(workload, healer);
        }
    }

    private void underLoad(Workload workload, Healer healer) {
        Pulse pulse = new Pulse(workload, spec.rate(), history.clock());
        early = new EarlyEnd(spec.bounds().abortWhen(), pulse, deadline, System::nanoTime);
        try (OpenLoop load = new OpenLoop(pulse, history, spec.rate(), spec.timeout());
                Readers readers = Readers.of(workload, history, spec.reads())) {
            load.start();
            readers.start();
            steady(load);
            try (Timeline timeline = new Timeline(strikes, healer, load, history, progress)) {
                carryOut(timeline);
                recover(load);
                timeline.close();
                timeline.healTheRest();
            }
            becomeRedundant(load);
        }
        conclude(target.servers(), workload);
    }

    private void conclude(Drillable servers, Workload workload) {
        if (workload instanceof Ledger ledger) {
            readAll(servers, ledger);
        } else {
            history.add(new Entry.NothingKept(history.now(), leader(servers)));
        }
    }

    private void steady(OpenLoop load) {
        Progress.Task task = progress.begin("steady writes");
        if (!waitFor(() -> load.streak() >= Math.max(Streak.STEADY, steadyWrites()), waitForSteady())) {
            task.failed("writes are not acknowledged");
            throw new OperationFailedException(
                    Problem.at(target.role(), "the workload found no steady state; nothing was broken")
                            .hint("'hcdc status' shows what is wrong"),
                    List.of());
        }
        task.done(spec.rate() + "/s acknowledged");
    }

    private long steadyWrites() {
        return spec.rate() * spec.steady().toMillis() / 1_000;
    }

    private Duration waitForSteady() {
        return spec.limit().plus(spec.steady());
    }

    /** Returns when every step was done and seen, and those with a time of their own are healed. */
    private void carryOut(Timeline timeline) {
        timeline.begin();
        while (!timeline.isOver() && early.reached().isEmpty()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void recover(OpenLoop load) {
        Progress.Task task = progress.begin("recovery");
        long stays = System.nanoTime() + stays().toNanos();
        waitFor(() -> System.nanoTime() - stays >= 0 || early.reached().isPresent(), spec.limit());
        boolean over =
                waitFor(() -> load.streak() >= Streak.STEADY || early.reached().isPresent(), spec.limit());
        if (over && early.reached().isEmpty()) {
            task.done("writes are acknowledged again");
        } else {
            task.failed(early.reached()
                    .map(EarlyEnd.Reason::text)
                    .orElse("no steady writes after " + Span.of(spec.limit())));
        }
        early.reached()
                .ifPresent(reason -> history.add(new Entry.EndedEarly(history.now(), reason.cause(), reason.text())));
    }

    /** What nobody gave a time of its own stays as long as it needs to show its effect. */
    private Duration stays() {
        return strikes.stream()
                .map(Strike::step)
                .filter(step -> step.lasting().isEmpty())
                .map(step -> step.fault().stays())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void becomeRedundant(OpenLoop load) {
        Progress.Task task = progress.begin("redundancy");
        Optional<String> missing = target.awaitRedundancy(patience(), task::detail);
        history.add(new Entry.Redundant(history.now(), missing.orElse("")));
        if (missing.isPresent()) {
            task.failed(missing.get());
            return;
        }
        load.resetStreak();
        waitFor(() -> load.streak() >= Streak.STEADY, patience());
        task.done("restored");
    }

    /** What has been healed may take its time to recover, unless there is none left. */
    private Duration patience() {
        boolean late = early.reached()
                .filter(reason -> reason.cause() == Entry.EndedEarly.Cause.OUT_OF_TIME)
                .isPresent();
        return late ? Duration.ZERO : spec.limit();
    }

    /** Reads until every node shows the same, for a bounded time; the last reading is the one that counts. */
    private void readAll(Drillable servers, Ledger ledger) {
        Progress.Task task = progress.begin("final read");
        Map<String, Ledger.Held> held = new TreeMap<>();
        waitFor(
                () -> {
                    held.clear();
                    held.putAll(ledger.read());
                    return held.size() >= ledger.copies()
                            && held.values().stream().distinct().count() == 1;
                },
                SETTLE_LIMIT);
        Map<String, String> ranges = new TreeMap<>();
        Map<String, String> repeated = new TreeMap<>();
        held.forEach((node, books) -> {
            ranges.put(node, Ranges.text(books.numbers()));
            books.repeated().ifPresent(numbers -> repeated.put(node, Ranges.text(numbers)));
        });
        history.add(new Entry.FinalRead(history.now(), leader(servers), ranges, repeated));
        task.done("from " + String.join(", ", held.keySet()));
        if (spec.aftermath() == DrillSpec.Aftermath.ERASE_WRITES) {
            ledger.erase();
        }
    }

    private String leader(Drillable servers) {
        return servers.holder(target.role()).orElse("");
    }

    private static boolean waitFor(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
