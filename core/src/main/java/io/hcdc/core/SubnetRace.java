package io.hcdc.core;

import io.hcdc.core.engine.SubnetTakenException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import java.util.function.Supplier;

/**
 * Stacks brought up at the same time may find the same subnet free, and the engine lets one have it. Who loses begins
 * again, and then sees the winner's network.
 */
final class SubnetRace {
    private static final int TRIES = 5;

    private final Progress progress;

    SubnetRace(Progress progress) {
        this.progress = progress;
    }

    <T> T run(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return work.get();
            } catch (OperationFailedException e) {
                if (left == 0 || !(e.getCause() instanceof SubnetTakenException)) {
                    throw e;
                }
                progress.begin("the subnet was taken meanwhile: choose another").done("");
            }
        }
    }
}
