package io.hcdc.core.report.page;

import io.hcdc.api.drill.Outcome.Kind;
import java.util.Arrays;

/** The attempts that were due within one length of time: how many ended in which way, and how long they took. */
final class Bucket {
    private int ok;
    private int failed;
    private int indeterminate;
    private double[] latencies = new double[8];
    private boolean sorted;

    void add(Kind outcome, double latencyMs) {
        switch (outcome) {
            case OK -> ok++;
            case FAIL -> failed++;
            case INDETERMINATE -> indeterminate++;
        }
        int taken = count() - 1;
        if (taken == latencies.length) {
            latencies = Arrays.copyOf(latencies, taken * 2);
        }
        latencies[taken] = latencyMs;
        sorted = false;
    }

    int ok() {
        return ok;
    }

    int failed() {
        return failed;
    }

    int indeterminate() {
        return indeterminate;
    }

    int count() {
        return ok + failed + indeterminate;
    }

    /** The latency that this share of the attempts did not exceed, by nearest rank; null when there was none. */
    Double quantile(double share) {
        if (count() == 0) {
            return null;
        }
        if (!sorted) {
            Arrays.sort(latencies, 0, count());
            sorted = true;
        }
        int rank = (int) Math.ceil(share * count());
        return Math.round(latencies[Math.max(rank, 1) - 1] * 100) / 100.0;
    }
}
