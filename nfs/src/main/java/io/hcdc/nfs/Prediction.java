package io.hcdc.nfs;

import io.hcdc.api.drill.FaultKind;
import java.time.Duration;
import java.util.Optional;

/** The outage to expect. No timer is part of it: the formula and its figures are explained in the component's README. */
final class Prediction {
    /** The server's start, and the client's way to it. */
    private static final int TAKE_OVER = 150;

    /** The engine's time for it, and until the node sees it. */
    private static final int CUT_OFF = 200;

    private Prediction() {}

    static Optional<Duration> of(FaultKind fault) {
        return switch (fault) {
            case KILL, STOP, RESTART -> Optional.of(Duration.ofMillis(TAKE_OVER));
            case ISOLATE -> Optional.of(Duration.ofMillis(TAKE_OVER + CUT_OFF));
            // A frozen holder keeps the lock: the outage lasts until it is thawed, and no setting says when that is.
            case PAUSE -> Optional.empty();
            // No timer says when a server that is slowed down, half dead or cut from some counts as gone.
            case PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK -> Optional.empty();
        };
    }
}
