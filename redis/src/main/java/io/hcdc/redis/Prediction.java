package io.hcdc.redis;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Remedies;
import java.time.Duration;
import java.util.Optional;

/** The outage the timers lead one to expect. The formula and its figures are explained in the component's README. */
final class Prediction {
    /** From "down" to a client that knows the new master: vote, choice, promotion, its confirmation, the announcement. */
    private static final int FAIL_OVER = 1300;

    /** A master told to stop answers no write, but still every ping, until its replicas have acknowledged: once a second. */
    private static final int ORDERLY = 900;

    /** Connections to a frozen master do not break: both the sentinels' and the client's have to time out. */
    private static final int FROZEN = 100;

    /**
     * Up to this down-after a restarted master lets itself be replaced (see start.sh). Beyond it, whether it leads again
     * depends on how fast the engine restarts it, and no timer says that.
     */
    private static final int NEVER_IN_TIME = 1300;

    private Prediction() {}

    static Optional<Duration> of(RedisConfig config, FaultKind fault) {
        int downAfter = config.downAfterMilliseconds();
        int killed = downAfter + FAIL_OVER;
        // A sentinel counts from the first ping that is not answered.
        int pingPeriod = Math.min(downAfter, config.pingPeriod());
        return switch (fault) {
            case KILL -> Optional.of(Duration.ofMillis(killed));
            case STOP -> Optional.of(Duration.ofMillis(killed + ORDERLY));
            case PAUSE -> Optional.of(Duration.ofMillis(killed + pingPeriod / 2 + FROZEN));
            case ISOLATE -> Optional.of(Duration.ofMillis(killed + pingPeriod));
            case RESTART -> downAfter <= NEVER_IN_TIME ? Optional.of(Duration.ofMillis(killed)) : Optional.empty();
            // Those cut off, slowed down or half dead still answer somebody: no timer of ours says when that ends.
            case PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK -> Optional.empty();
        };
    }

    static Remedies remedies(RedisConfig config, FaultKind fault) {
        return new Remedies(
                of(config, fault)
                        .map(outage -> "redis.down-after-milliseconds (" + config.downAfterMilliseconds()
                                + ") is how long the sentinels wait before they call a master down; the shorter, the"
                                + " sooner one that is only busy is replaced"),
                Optional.of("redis.min-replicas-to-write (" + config.minReplicasToWrite()
                        + ") and redis.min-replicas-max-lag (" + config.minReplicasMaxLag()
                        + " s) bound what a cut-off master can lose"));
    }
}
