package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long acknowledged writes took: before the fault, during it, and after it. What was never acknowledged has no latency;
 * {@link Availability} speaks of it.
 *
 * <p>"During" lasts from the request of the fault until the answer to the write that ends the first outage; where no write failed, until
 * the node was back; and until the end of the history where neither came. A write on its way at either moment belongs to
 * it. Each part is empty when no write was acknowledged in it.
 */
public record Latency(Optional<Part> before, Optional<Part> during, Optional<Part> after) {

    /**
     * @param writes how many were acknowledged
     * @param response from when the schedule wanted a write until its answer: what a user feels who came at that moment, also
     *     where the load generator was late
     * @param service from when it was sent until its answer
     */
    public record Part(long writes, Percentiles response, Percentiles service) {}

    static Latency of(Reading history) {
        WriteLog writes = history.writes();
        long fault = history.fault();
        long over = over(history);
        return new Latency(
                part(writes, acknowledged(writes).filter(i -> writes.end(i) < fault)),
                part(writes, acknowledged(writes).filter(i -> writes.end(i) >= fault && writes.due(i) < over)),
                part(writes, acknowledged(writes).filter(i -> writes.end(i) >= fault && writes.due(i) >= over)));
    }

    private static long over(Reading history) {
        Optional<Interruption> outage = history.interruptions().stream().findFirst();
        if (outage.isPresent()) {
            return outage.get().recovered() ? outage.get().ended() : Long.MAX_VALUE;
        }
        return history.phase(Phase.HEALED).map(Entry::at).orElse(Long.MAX_VALUE);
    }

    private static IntStream acknowledged(WriteLog writes) {
        return writes.indices().filter(writes::acknowledged);
    }

    private static Optional<Part> part(WriteLog writes, IntStream some) {
        int[] rows = some.toArray();
        return Percentiles.of(IntStream.of(rows).mapToLong(i -> writes.end(i) - writes.due(i)))
                .map(response -> new Part(
                        rows.length,
                        response,
                        Percentiles.of(IntStream.of(rows).mapToLong(i -> writes.end(i) - writes.sent(i)))
                                .orElseThrow()));
    }
}
