package io.hcdc.nfs;

import io.hcdc.api.drill.FaultKind;
import java.time.Duration;
import java.util.Optional;

/** The outage to expect. No timer is part of it: the formula and its figures are explained in the component's README. */
final class Prediction {
    private static final int TAKE_OVER = 100;
    private static final int UNNOTICED = 100;

    private Prediction() {}

    static Optional<Duration> of(FaultKind fault) {
        return switch (fault) {
            case KILL, STOP, RESTART -> Optional.of(Duration.ofMillis(TAKE_OVER));
            case ISOLATE -> Optional.of(Duration.ofMillis(TAKE_OVER + UNNOTICED));
            // A frozen holder keeps the lock: the outage lasts until it is thawed, and no setting says when that is.
            case PAUSE -> Optional.empty();
        };
    }
}
