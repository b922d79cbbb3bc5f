package io.hcdc.core.drill.matrix;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.progress.Span;
import io.hcdc.core.run.RunningStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Drills one cell after the other, unattended: what goes wrong in a cell is that cell's result, and the next one is begun once
 * the stack is healthy again.
 */
public final class Matrix {
    private static final Duration POLL = Duration.ofMillis(100);

    private final RunningStack running;
    private final MatrixState state;
    private final Function<DrillSpec, DrillReport> drill;
    private final Runnable revive;
    private final Duration patience;

    /** Whether an interrupted matrix goes on or a new one begins. */
    public enum Begin {
        ANEW,
        RESUME
    }

    /** Hears of a matrix while it runs. */
    public interface Listener {

        /** @param left how long the rest will take, judging by the cells so far; empty before the first */
        void begins(int number, int of, DrillSpec cell, Optional<Duration> left);

        void ends(Scorecard.Row row);

        /** The stack is not healthy after a cell, and is brought up as 'init' would. */
        void revives(String missing);
    }

    /**
     * @param drill runs one
     * @param revive brings up again what is down
     * @param patience how long the stack may take to become healthy again between two cells
     */
    public Matrix(
            RunningStack running,
            Home home,
            Function<DrillSpec, DrillReport> drill,
            Runnable revive,
            Duration patience) {
        this.running = running;
        this.state = new MatrixState(home);
        this.drill = drill;
        this.revive = revive;
        this.patience = patience;
    }

    /** @throws InvalidInputException when a target or a fault is unknown, or there is nothing to resume */
    public Scorecard run(MatrixRequest request, Begin begin, Listener listener) {
        List<DrillSpec> cells = request.cells(Possible.of(running));
        List<Scorecard.Row> rows = new ArrayList<>(begin == Begin.RESUME ? resumed(request) : List.of());
        state.write(request, rows);
        long began = System.nanoTime();
        int done = 0;
        for (int i = 0; i < cells.size(); i++) {
            DrillSpec cell = cells.get(i);
            if (rows.stream().anyMatch(row -> isOf(row, cell))) {
                continue;
            }
            listener.begins(i + 1, cells.size(), cell, left(began, done++, cells.size() - rows.size()));
            Scorecard.Row row = row(cell, listener);
            rows.add(row);
            state.write(request, rows);
            listener.ends(row);
        }
        return new Scorecard(running.stack().name(), rows);
    }

    private static Optional<Duration> left(long began, int done, int open) {
        return done == 0 ? Optional.empty() : Optional.of(Duration.ofNanos((System.nanoTime() - began) / done * open));
    }

    /** What never came to a round is tried again. */
    private List<Scorecard.Row> resumed(MatrixRequest request) {
        MatrixState.Kept kept = state.read()
                .orElseThrow(() -> new InvalidInputException(
                        Problem.at("--resume", "there is no matrix to resume").hint("leave --resume out")));
        if (!kept.isOf(request)) {
            throw new InvalidInputException(Problem.at(
                            "--resume",
                            "the last matrix was another one: targets "
                                    + (kept.targets().isEmpty() ? "all" : kept.targets()) + ", faults "
                                    + (kept.faults().isEmpty() ? "all" : kept.faults()) + ", rounds " + kept.rounds())
                    .hint("ask for the same, or leave --resume out"));
        }
        return kept.rows().stream().filter(row -> row.n() > 0).toList();
    }

    private static boolean isOf(Scorecard.Row row, DrillSpec cell) {
        return row.target().equals(cell.target()) && row.fault().equals(cell.fault());
    }

    private Scorecard.Row row(DrillSpec cell, Listener listener) {
        try {
            Optional<String> missing = healthy(cell, listener);
            return missing.isPresent()
                    ? Scorecard.Row.broken(cell, "not begun, the stack is not healthy: " + missing.get())
                    : Scorecard.Row.of(drill.apply(cell));
        } catch (RuntimeException e) {
            return Scorecard.Row.broken(cell, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private Optional<String> healthy(DrillSpec cell, Listener listener) {
        Optional<String> missing = awaitRedundancy(cell.target());
        if (missing.isEmpty()) {
            return missing;
        }
        listener.revives(missing.get());
        revive.run();
        return awaitRedundancy(cell.target());
    }

    /** @return what is missing when the time is over */
    private Optional<String> awaitRedundancy(String role) {
        Drillable servers = running.drillables().stream()
                .filter(candidate -> candidate.roles().contains(role))
                .findFirst()
                .orElseThrow();
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> missing = missing(servers, role);
        while (missing.isPresent() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL.toNanos());
            missing = missing(servers, role);
        }
        return missing.map(reason -> reason + " (" + Span.of(patience) + " waited)");
    }

    private static Optional<String> missing(Drillable servers, String role) {
        return servers.missingRedundancy(role)
                .or(() -> servers.holder(role).isPresent() ? Optional.empty() : Optional.of("nobody holds " + role));
    }
}
