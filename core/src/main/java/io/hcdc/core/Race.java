package io.hcdc.core;

import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import java.util.function.Supplier;

/**
 * Somebody else may make what a plan is about to make: another stack takes the subnet that both found free, or the engine
 * still carries out what a killed run asked for. Who comes late begins again, and then sees it.
 */
final class Race {
    private static final int TRIES = 5;

    private final Progress progress;

    Race(Progress progress) {
        this.progress = progress;
    }

    <T> T run(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return work.get();
            } catch (OperationFailedException e) {
                if (left == 0 || !(e.getCause() instanceof TakenMeanwhileException)) {
                    throw e;
                }
                progress.begin("somebody else was faster: look again").done("");
            }
        }
    }
}
