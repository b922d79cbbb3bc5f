package io.hcdc.core.drill;

import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.heal.Healer;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.load.OpenLoop;
import io.hcdc.core.execute.Parallel;
import io.hcdc.core.progress.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does a round's steps at their times, all on one thread: breaks, sees that the effect is there, and heals what has its own
 * time. Seeing keeps no step waiting; the engine may, which the history then tells.
 */
final class Timeline implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration CONFIRM_LIMIT = Duration.ofSeconds(5);

    /** More than a busy machine's scheduler takes. */
    private static final Duration LATE = Duration.ofMillis(50);

    private final List<Strike> strikes;
    private final Healer healer;
    private final OpenLoop load;
    private final History history;
    private final Progress progress;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Parallel.daemons("hcdc-steps"));
    private final CountDownLatch open;
    private long began;
    private volatile RuntimeException failure;

    Timeline(List<Strike> strikes, Healer healer, OpenLoop load, History history, Progress progress) {
        this.strikes = strikes;
        this.healer = healer;
        this.load = load;
        this.history = history;
        this.progress = progress;
        this.open = new CountDownLatch(strikes.size()
                + (int) strikes.stream()
                        .filter(strike -> strike.step().lasting().isPresent())
                        .count());
    }

    void begin() {
        began = System.nanoTime();
        for (Strike strike : strikes) {
            Duration at = strike.step().at();
            at(at, () -> inject(strike, at));
            strike.step()
                    .lasting()
                    .map(at::plus)
                    .ifPresent(end -> at(end, () -> {
                        heal(strike, late(end));
                        open.countDown();
                    }));
        }
    }

    /** Whether every step was done, seen, and, where it has its own time for that, healed. @throws RuntimeException why not */
    boolean isOver() {
        if (failure != null) {
            throw failure;
        }
        return open.getCount() == 0;
    }

    /** Heals what is still broken, the last first. Only once the timeline is over, or closed. */
    void healTheRest() {
        for (int i = strikes.size() - 1; i >= 0; i--) {
            if (healer.isOpen(strikes.get(i).injection())) {
                heal(strikes.get(i), "");
            }
        }
    }

    private void inject(Strike strike, Duration planned) {
        Progress.Task task = progress.begin(
                strike.step().fault().text() + " " + strike.injection().node());
        Fault fault = healer.register(strike.injection());
        mark(strike, Phase.REQUESTED, late(planned));
        healer.inject(strike.injection());
        confirm(strike, fault, task, System.nanoTime() + CONFIRM_LIMIT.toNanos());
    }

    private void confirm(Strike strike, Fault fault, Progress.Task task, long deadline) {
        boolean confirmed = fault.inEffect();
        if (!confirmed && System.nanoTime() < deadline && healer.isOpen(strike.injection())) {
            Duration soon = Duration.ofNanos(System.nanoTime() - began).plus(POLL);
            at(soon, () -> confirm(strike, fault, task, deadline));
            return;
        }
        mark(strike, confirmed ? Phase.CONFIRMED : Phase.UNCONFIRMED, "");
        load.resetStreak();
        task.done(confirmed ? "" : "its effect could not be confirmed");
        open.countDown();
    }

    private void heal(Strike strike, String detail) {
        Progress.Task task = progress.begin("bring " + strike.injection().node() + " back");
        mark(strike, Phase.HEAL_REQUESTED, detail);
        healer.heal(strike.injection());
        mark(strike, Phase.HEALED, "");
        task.done("");
    }

    private void at(Duration time, Runnable action) {
        long ahead = began + time.toNanos() - System.nanoTime();
        clock.schedule(() -> attempt(action), Math.max(0, ahead), TimeUnit.NANOSECONDS);
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            failure = e;
            clock.shutdownNow();
        }
    }

    private String late(Duration planned) {
        long late = System.nanoTime() - began - planned.toNanos();
        return late > LATE.toNanos() ? "late by " + TimeUnit.NANOSECONDS.toMillis(late) + " ms" : "";
    }

    private void mark(Strike strike, Phase phase, String detail) {
        history.add(new Entry.Fault(
                history.now(),
                phase,
                strike.injection().node(),
                detail,
                strike.step().fault().text(),
                strike.number()));
    }

    /** Begins no more steps, and waits for the end of the one that is being done. */
    @Override
    public void close() {
        clock.shutdownNow();
        try {
            // The engine's own limit for one call is shorter.
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
