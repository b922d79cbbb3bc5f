package io.hcdc.core.drill;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.load.Streak;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How a workload fares while it runs: a rough count for those who may have to give up. The history is the exact one. */
final class Pulse implements Workload {
    private static final int WINDOW = 10;

    private final Workload counted;
    private final int rate;
    private final LongSupplier clock;
    private final int[] errors = new int[WINDOW];
    private long second;
    private int streak;
    private long since = -1;

    /** @param clock nanoseconds, from 0 */
    Pulse(Workload counted, int rate, LongSupplier clock) {
        this.counted = counted;
        this.rate = rate;
        this.clock = clock;
    }

    @Override
    public Outcome attempt(int number) {
        long began = clock.getAsLong();
        Outcome outcome = counted.attempt(number);
        count(outcome.kind() == Outcome.Kind.OK, began);
        return outcome;
    }

    private synchronized void count(boolean ok, long began) {
        turn();
        if (!ok) {
            errors[(int) (second % WINDOW)]++;
            streak = 0;
            since = since < 0 ? began : since;
        } else if (++streak >= Streak.STEADY) {
            since = -1;
        }
    }

    /** For how long attempts have not been steady, in milliseconds. */
    synchronized double outageMs() {
        return since < 0 ? 0 : (clock.getAsLong() - since) / 1e6;
    }

    /** How much of what the last ten seconds hold was not acknowledged, in per cent. */
    synchronized double errorShare() {
        turn();
        int all = 0;
        for (int some : errors) {
            all += some;
        }
        return 100.0 * all / (WINDOW * rate);
    }

    private void turn() {
        long now = TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong());
        for (; second < now; second++) {
            errors[(int) ((second + 1) % WINDOW)] = 0;
        }
    }

    @Override
    public void close() {
        counted.close();
    }
}
