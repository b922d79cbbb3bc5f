package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.history.Ranges;
import io.hcdc.core.drill.load.OpenLoop;
import io.hcdc.core.drill.load.Streak;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.progress.Span;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One round of a drill: load, fault, recovery, return, final read. Everything goes into the history; nothing is judged. */
final class DrillRound {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration CONFIRM_LIMIT = Duration.ofSeconds(5);

    /** How long all nodes may take to show the same writes once the role is redundant again. */
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(5);

    private final DrillSpec spec;
    private final DrillTarget target;
    private final Injection injection;
    private final Containers containers;
    private final FaultJournal journal;
    private final History history;
    private final Progress progress;

    DrillRound(
            DrillSpec spec,
            DrillTarget target,
            Injection injection,
            Containers containers,
            FaultJournal journal,
            History history,
            Progress progress) {
        this.spec = spec;
        this.target = target;
        this.injection = injection;
        this.containers = containers;
        this.journal = journal;
        this.history = history;
        this.progress = progress;
    }

    /** What cannot be broken is refused before anything is written. */
    void run(Workload workload) {
        try (Healer healer = new Healer(what -> Fault.of(what, containers), journal, progress)) {
            underLoad(workload, healer, healer.register(injection));
        }
    }

    private void underLoad(Workload workload, Healer healer, Fault fault) {
        Drillable servers = target.servers();
        try (Drillable.Subscription evidence = servers.observe(target.role(), this::record);
                ClaimWatch claims = new ClaimWatch(servers, target.role(), history)) {
            try (OpenLoop load = new OpenLoop(workload, history, spec.rate(), spec.timeout())) {
                load.start();
                steady(load);
                breakIt(healer, fault, load);
                recover(load);
                bringBack(healer);
                becomeRedundant(load);
            }
            conclude(servers, workload);
        }
    }

    private void conclude(Drillable servers, Workload workload) {
        if (workload instanceof Ledger ledger) {
            readAll(servers, ledger);
        } else {
            history.add(new Entry.NothingKept(history.now(), leader(servers)));
        }
    }

    private void record(Evidence evidence) {
        history.add(new Entry.Event(
                history.now(),
                evidence.source(),
                evidence.name(),
                evidence.detail(),
                evidence.stage().orElse(null)));
    }

    private void steady(OpenLoop load) {
        Progress.Task task = progress.begin("steady writes");
        if (!waitFor(() -> load.streak() >= Math.max(Streak.STEADY, spec.rate()), spec.limit())) {
            task.failed("writes are not acknowledged");
            throw new OperationFailedException(
                    Problem.at(target.role(), "the workload found no steady state; nothing was broken")
                            .hint("'hcdc status' shows what is wrong"),
                    List.of());
        }
        task.done(spec.rate() + "/s acknowledged");
    }

    private void breakIt(Healer healer, Fault fault, OpenLoop load) {
        Progress.Task task = progress.begin(spec.fault().text() + " " + target.node());
        mark(Entry.Fault.Phase.REQUESTED, "");
        healer.inject(injection);
        boolean confirmed = waitFor(fault::inEffect, CONFIRM_LIMIT);
        mark(confirmed ? Entry.Fault.Phase.CONFIRMED : Entry.Fault.Phase.UNCONFIRMED, "");
        load.resetStreak();
        task.done(confirmed ? "" : "its effect could not be confirmed");
    }

    private void recover(OpenLoop load) {
        Progress.Task task = progress.begin("recovery");
        long stays = System.nanoTime() + spec.fault().stays().toNanos();
        waitFor(() -> System.nanoTime() - stays >= 0, spec.limit());
        boolean recovered = waitFor(() -> load.streak() >= Streak.STEADY, spec.limit());
        if (recovered) {
            task.done("writes are acknowledged again");
        } else {
            task.failed("no steady writes after " + Span.of(spec.limit()));
        }
    }

    private void bringBack(Healer healer) {
        Progress.Task task = progress.begin("bring " + target.node() + " back");
        mark(Entry.Fault.Phase.HEAL_REQUESTED, "");
        healer.heal(injection);
        mark(Entry.Fault.Phase.HEALED, "");
        task.done("");
    }

    private void becomeRedundant(OpenLoop load) {
        Progress.Task task = progress.begin("redundancy");
        Optional<String> missing = target.awaitRedundancy(spec.limit(), task::detail);
        history.add(new Entry.Redundant(history.now(), missing.orElse("")));
        if (missing.isPresent()) {
            task.failed(missing.get());
            return;
        }
        load.resetStreak();
        waitFor(() -> load.streak() >= Streak.STEADY, spec.limit());
        task.done("restored");
    }

    /** Reads until every node shows the same, for a bounded time; the last reading is the one that counts. */
    private void readAll(Drillable servers, Ledger ledger) {
        Progress.Task task = progress.begin("final read");
        Map<String, BitSet> held = new TreeMap<>();
        waitFor(
                () -> {
                    held.clear();
                    held.putAll(ledger.read());
                    return held.size() >= ledger.copies()
                            && held.values().stream().distinct().count() == 1;
                },
                SETTLE_LIMIT);
        Map<String, String> ranges = new TreeMap<>();
        held.forEach((node, numbers) -> ranges.put(node, Ranges.text(numbers)));
        history.add(new Entry.FinalRead(history.now(), leader(servers), ranges));
        task.done("from " + String.join(", ", held.keySet()));
        if (spec.aftermath() == DrillSpec.Aftermath.ERASE_WRITES) {
            ledger.erase();
        }
    }

    private String leader(Drillable servers) {
        return servers.holder(target.role()).orElse("");
    }

    private void mark(Entry.Fault.Phase phase, String detail) {
        history.add(new Entry.Fault(history.now(), phase, target.node(), detail));
    }

    private static boolean waitFor(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
