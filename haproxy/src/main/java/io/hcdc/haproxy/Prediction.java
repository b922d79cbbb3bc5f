package io.hcdc.haproxy;

import io.hcdc.api.drill.FaultKind;
import java.time.Duration;

/** The outage to expect at the shared address, from keepalived's timers; the README has the formula. */
final class Prediction {
    private static final int MISSED = 3;

    /** VRRP's skew of one who waits, whose priority is 200: (256 - 200) / 256 of an advertisement's interval. */
    private static final double SKEW = 56.0 / 256;

    private Prediction() {}

    static Duration of(HaproxyConfig config, FaultKind fault) {
        double intervals = switch (fault) {
            case KILL, PAUSE, ISOLATE, RESTART -> MISSED + SKEW;
            // It says good-bye.
            case STOP -> SKEW;
        };
        return Duration.ofMillis(Math.round(intervals * config.advertInt()));
    }
}
