package io.hcdc.core.drill.judge;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** How long some things took, in milliseconds, each exact to 0.1 %. */
public record Percentiles(double p50Ms, double p90Ms, double p99Ms, double p999Ms, double maxMs) {
    private static final int DIGITS = 3;

    /** Longer than any drill: what claims to have taken longer is cut to it. */
    private static final long LONGEST = TimeUnit.DAYS.toNanos(1);

    /** Empty when there are none. */
    static Optional<Percentiles> of(LongStream nanos) {
        // One that grows: most drills need a fraction of what a day would take.
        Histogram histogram = new Histogram(DIGITS);
        nanos.forEach(value -> histogram.recordValue(Math.max(0, Math.min(value, LONGEST))));
        return histogram.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(new Percentiles(
                        at(histogram, 50),
                        at(histogram, 90),
                        at(histogram, 99),
                        at(histogram, 99.9),
                        at(histogram, 100)));
    }

    private static double at(Histogram histogram, double percentile) {
        return Math.round(histogram.getValueAtPercentile(percentile) / 1_000.0) / 1_000.0;
    }
}
