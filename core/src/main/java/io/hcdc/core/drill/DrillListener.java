package io.hcdc.core.drill;

import io.hcdc.core.drill.judge.RoundResult;

/** Hears of a drill while it runs. */
public interface DrillListener {

    /** The target is there and healthy: writes begin. */
    void begins();

    /** A round is over and judged. */
    void judged(RoundResult round);

    /** Nobody listens. */
    DrillListener SILENT = new DrillListener() {
        @Override
        public void begins() {}

        @Override
        public void judged(RoundResult round) {}
    };
}
