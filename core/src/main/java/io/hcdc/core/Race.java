package io.hcdc.core;

import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.HcdcException;
import io.hcdc.core.progress.Progress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Somebody else may make what a plan is about to make: another stack takes the subnet that both found free, or the engine
 * still carries out what a killed run asked for. Who comes late begins again, and then sees it.
 */
final class Race {
    private static final int TRIES = 8;

    private final Progress progress;
    private final Duration firstPause;

    /** @param firstPause before the second try; doubled before each further one */
    Race(Progress progress, Duration firstPause) {
        this.progress = progress;
        this.firstPause = firstPause;
    }

    <T> T run(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (HcdcException e) {
                if (tried == TRIES || !(e.getCause() instanceof TakenMeanwhileException)) {
                    throw e;
                }
                Progress.Task again = progress.begin("look again");
                pause(firstPause.multipliedBy(1L << (tried - 1)), e);
                again.done(e.getCause().getMessage());
            }
        }
    }

    private static void pause(Duration time, HcdcException instead) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw instead;
        }
    }
}
