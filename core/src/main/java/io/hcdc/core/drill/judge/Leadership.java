package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.history.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who held the role.
 *
 * @param before who answered the last acknowledged write before the fault, or the broken node where answers do not say;
 *     empty when nobody did
 * @param after who holds the role on the settled cluster; empty when nobody does
 * @param splitMs for how long two nodes or more claimed the role at once, in milliseconds, from one look to the next
 * @param splitSinceMs when that was first seen, in milliseconds after the fault; empty when it never was
 * @param splitIntervalMs how often the nodes were asked: a claim may be so much older, or be over for so long; 0 where the
 *     history does not say
 * @param splitWrites node → how many writes it acknowledged meanwhile
 */
public record Leadership(
        @JsonProperty("leaderBefore") String before,
        @JsonProperty("leaderAfter") String after,
        double splitMs,
        Optional<Double> splitSinceMs,
        long splitIntervalMs,
        Map<String, Integer> splitWrites) {

    static Leadership of(Reading history) {
        List<Split> splits = Split.all(history);
        return new Leadership(
                before(history),
                after(history),
                Reading.millis(splits.stream().mapToLong(Split::nanos).sum()),
                splits.stream()
                        .findFirst()
                        .filter(first -> history.broken())
                        .map(first -> Reading.millis(first.began() - history.fault())),
                history.all(Entry.Claim.class)
                        .mapToLong(Entry.Claim::intervalMs)
                        .max()
                        .orElse(0),
                Split.writes(splits, history.writes()));
    }

    private static String before(Reading history) {
        WriteLog writes = history.writes();
        OptionalInt last = writes.indices()
                .filter(i -> writes.acknowledged(i) && writes.end(i) < history.fault())
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return "";
        }
        String node = writes.node(last.getAsInt());
        return node.isEmpty() ? history.round().node() : node;
    }

    private static String after(Reading history) {
        return history.first(Entry.FinalRead.class)
                .map(Entry.FinalRead::leader)
                .or(() -> history.first(Entry.NothingKept.class).map(Entry.NothingKept::leader))
                .orElse("");
    }
}
