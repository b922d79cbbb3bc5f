package io.hcdc.core.report;

import io.hcdc.core.drill.judge.Availability;
import io.hcdc.core.drill.judge.Latency;
import io.hcdc.core.drill.judge.Leadership;
import io.hcdc.core.drill.judge.Reads;
import io.hcdc.core.progress.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was measured in a round, each in one line. */
final class Measures {
    private Measures() {}

    static String availability(Availability availability) {
        return percent(availability.percent()) + " until settled"
                + (availability.outages() == 0
                        ? ""
                        : "; " + availability.outages() + (availability.outages() == 1 ? " outage" : " outages")
                                + ", the longest " + new Span(availability.longestMs()) + ", in all "
                                + new Span(availability.totalMs()))
                + availability
                        .acknowledgedPercent()
                        .map(share -> "; " + percent(share) + " of the writes acknowledged")
                        .orElse("");
    }

    static String latency(Latency latency) {
        return "p99 before " + p99(latency.before()) + ", during " + p99(latency.during()) + ", after "
                + p99(latency.after());
    }

    static String reads(Reads reads) {
        return reads.answered() + " of " + reads.attempted() + " answered, " + reads.stale() + " stale"
                + (reads.stale() == 0 ? "" : " (by " + new Span(reads.staleMs()) + " at most)") + ", "
                + reads.backwards() + " showed less than before";
    }

    static String split(Leadership leadership) {
        String taken = leadership.splitWrites().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "claimed the role at once for " + new Span(leadership.splitMs())
                + leadership
                        .splitSinceMs()
                        .map(since -> ", since " + new Span(since) + " after the fault")
                        .orElse("")
                + (leadership.splitIntervalMs() == 0 ? "" : ", asked every " + new Span(leadership.splitIntervalMs()))
                + (taken.isEmpty() ? "" : "; writes acknowledged meanwhile: " + taken);
    }

    private static String p99(Optional<Latency.Part> part) {
        return part.map(found -> new Span(found.response().p99Ms()).toString()).orElse("–");
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString() + " %";
    }
}
