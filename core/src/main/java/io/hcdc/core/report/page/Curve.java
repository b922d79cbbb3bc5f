package io.hcdc.core.report.page;

import io.hcdc.core.drill.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The attempts of a round over time, as a chart draws them: column by column, one place per bucket. Times are milliseconds
 * since the fault was requested, or since the round began where it never was; an attempt belongs to the time at which it
 * was due, and took from then until its outcome was known.
 *
 * @param width of a bucket
 * @param at the middle of each bucket
 * @param min null where nothing was due, as in all the latencies
 */
public record Curve(
        double width,
        List<Double> at,
        List<Integer> ok,
        List<Integer> failed,
        List<Integer> indeterminate,
        List<Double> min,
        List<Double> median,
        List<Double> p99,
        List<Double> max) {

    /** Widths that people can calculate with. */
    private static final double[] WIDTHS = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000
    };

    /** Fewer attempts in a bucket would draw their scatter instead of what they have in common. */
    private static final int LEAST_OF_A_BUCKET = 6;

    private static final int ALWAYS = 60;

    /** @param most how many buckets there may be */
    static Curve of(List<Entry.Write> writes, long origin, int most) {
        double first = writes.stream().mapToLong(Entry.Write::due).min().orElse(origin);
        double last = writes.stream().mapToLong(Entry.Write::due).max().orElse(origin);
        double begin = millis(first - origin);
        int wanted = Math.min(most, Math.max(ALWAYS, writes.size() / LEAST_OF_A_BUCKET));
        double width = width(millis(last - origin) - begin, wanted);
        long offset = (long) Math.floor(begin / width);
        int count = (int) ((long) Math.floor(millis(last - origin) / width) - offset) + 1;
        Bucket[] buckets = new Bucket[writes.isEmpty() ? 0 : count];
        IntStream.range(0, buckets.length).forEach(i -> buckets[i] = new Bucket());
        for (Entry.Write write : writes) {
            int place = (int) ((long) Math.floor(millis(write.due() - origin) / width) - offset);
            buckets[place].add(write.outcome(), millis(write.end() - write.due()));
        }
        return of(List.of(buckets), offset, width);
    }

    private static Curve of(List<Bucket> buckets, long offset, double width) {
        List<Double> at = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            at.add((offset + i + 0.5) * width);
        }
        return new Curve(
                width,
                at,
                buckets.stream().map(Bucket::ok).toList(),
                buckets.stream().map(Bucket::failed).toList(),
                buckets.stream().map(Bucket::indeterminate).toList(),
                column(buckets, bucket -> bucket.quantile(0)),
                column(buckets, bucket -> bucket.quantile(0.5)),
                column(buckets, bucket -> bucket.quantile(0.99)),
                column(buckets, bucket -> bucket.quantile(1)));
    }

    /** Unlike a stream's list it may hold null. */
    private static List<Double> column(List<Bucket> buckets, Function<Bucket, Double> value) {
        List<Double> column = new ArrayList<>();
        buckets.forEach(bucket -> column.add(value.apply(bucket)));
        return column;
    }

    private static double width(double length, int most) {
        for (double width : WIDTHS) {
            // One more may be begun at each end.
            if (length / width <= most - 2) {
                return width;
            }
        }
        return Math.ceil(length / (most - 2));
    }

    private static double millis(double nanos) {
        return nanos / 1e6;
    }
}
