package io.hcdc.postgres;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Remedies;
import java.time.Duration;
import java.util.Optional;

/** The outage the timers lead one to expect. The formula and its figures are explained in the component's README. */
final class Prediction {
    /** From a broken session to the first write elsewhere: choice, promotion, Pgpool's search for it, new sessions. */
    private static final int FAIL_OVER = 900;

    /** A server told to stop refuses sessions at once, but Pgpool hears of it when it has ended. */
    private static final int ORDERLY = 100;

    /** A Pgpool's sessions break with it, and the other one takes them. */
    private static final int OTHER_PGPOOL = 150;

    private Prediction() {}

    static Optional<Duration> ofPrimary(PostgresConfig config, FaultKind fault) {
        int silent = config.guardTimeoutMilliseconds() + config.guardIntervalMilliseconds() / 2;
        return switch (fault) {
            case KILL, RESTART -> after(0);
            case STOP -> after(ORDERLY);
            // No session breaks: the guard has to find that the node owes an answer.
            case PAUSE, ISOLATE -> after(silent);
            // Those cut off, slowed down or half dead still answer somebody: no timer of ours says when that ends.
            case PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK -> Optional.empty();
        };
    }

    /** Of the primary's loss; where a session breaks with it, no timer is part of the outage. */
    static Remedies remediesOfPrimary(PostgresConfig config, FaultKind fault) {
        boolean silent = fault == FaultKind.PAUSE || fault == FaultKind.ISOLATE;
        return new Remedies(
                Optional.of("postgres.guard-timeout-milliseconds (" + config.guardTimeoutMilliseconds()
                                + ") is how long a node may owe an answer before it is cut off; the shorter, the sooner one"
                                + " that is only busy is replaced")
                        .filter(text -> silent),
                againstLoss(config));
    }

    static Remedies remediesOfPgpool(PostgresConfig config) {
        return new Remedies(Optional.empty(), againstLoss(config));
    }

    private static Optional<String> againstLoss(PostgresConfig config) {
        return Optional.of(
                        "postgres.synchronous is false: with true a commit waits for a standby, and what was acknowledged"
                                + " survives the loss of any one node")
                .filter(text -> !config.synchronous());
    }

    private static Optional<Duration> after(int detection) {
        return Optional.of(Duration.ofMillis(detection + FAIL_OVER));
    }

    /** The loss of a Pgpool is no fail-over of the data: applications go on through the other one. */
    static Optional<Duration> ofPgpool(FaultKind fault) {
        return switch (fault) {
            case KILL, STOP, RESTART -> Optional.of(Duration.ofMillis(OTHER_PGPOOL));
            // Decided by the patience of whoever is connected to it, and by no timer of ours.
            case PAUSE, ISOLATE, PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK ->
                Optional.empty();
        };
    }
}
