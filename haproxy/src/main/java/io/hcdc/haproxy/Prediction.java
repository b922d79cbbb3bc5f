package io.hcdc.haproxy;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Remedies;
import java.time.Duration;
import java.util.Optional;

/** The outage to expect at the shared address, from keepalived's timers; the README has the formula. */
final class Prediction {
    private static final int MISSED = 3;

    /** VRRP's skew of one who waits, whose priority is 200: (256 - 200) / 256 of an advertisement's interval. */
    private static final double SKEW = 56.0 / 256;

    private Prediction() {}

    static Optional<Duration> of(HaproxyConfig config, FaultKind fault) {
        return switch (fault) {
            case KILL, PAUSE, ISOLATE, RESTART -> after(MISSED + SKEW, config);
            // It says good-bye.
            case STOP -> after(SKEW, config);
            // No timer says when a balancer that is slowed down, half dead or cut from some counts as gone.
            case PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK -> Optional.empty();
        };
    }

    /** Nothing is kept, so nothing is lost. */
    static Remedies remedies(HaproxyConfig config, FaultKind fault) {
        return new Remedies(
                of(config, fault)
                        .map(outage ->
                                "haproxy.advert-int (" + config.advertInt() + " ms): the address moves when three"
                                        + " advertisements of its owner stay away; the shorter, the sooner one that is only busy"
                                        + " loses it"),
                Optional.empty());
    }

    private static Optional<Duration> after(double intervals, HaproxyConfig config) {
        return Optional.of(Duration.ofMillis(Math.round(intervals * config.advertInt())));
    }
}
