package io.hcdc.core.drill.judge;

import io.hcdc.core.progress.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** n, median, minimum and maximum of some durations in milliseconds. */
public record Statistics(int n, double median, double min, double max) {

    /** @param millis at least one */
    public static Statistics of(DoubleStream millis) {
        double[] sorted = millis.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Statistics(
                sorted.length, median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    /** Of what is known in these rounds, see {@link #known(DoubleStream)}. */
    public static Optional<Statistics> known(List<RoundResult> rounds, ToDoubleFunction<RoundResult> value) {
        return known(rounds.stream().mapToDouble(value));
    }

    /** Of those that are known: a negative value stands for "never"; empty when none is known. */
    public static Optional<Statistics> known(DoubleStream millis) {
        double[] known = millis.filter(ms -> ms >= 0).toArray();
        return known.length == 0 ? Optional.empty() : Optional.of(of(Arrays.stream(known)));
    }

    /** For people. */
    @Override
    public String toString() {
        return "median " + new Span(median) + ", min " + new Span(min) + ", max " + new Span(max) + " (n=" + n + ")";
    }
}
