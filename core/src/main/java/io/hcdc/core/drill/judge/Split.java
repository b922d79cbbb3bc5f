package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A time in which the same two nodes, or more, claimed the role at once: from one look to the next that found another state. */
record Split(long began, long ended) {

    /** All of a history, in their order. One that was never seen to end lasts until the history does. */
    static List<Split> all(Reading history) {
        List<Entry.Claim> claims = history.all(Entry.Claim.class).toList();
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).nodes().size() > 1) {
                long ended = i + 1 < claims.size() ? claims.get(i + 1).at() : history.end();
                splits.add(new Split(claims.get(i).at(), ended));
            }
        }
        return splits;
    }

    /** Node → how many writes it acknowledged in any of them. */
    static Map<String, Integer> writes(List<Split> splits, WriteLog writes) {
        Map<String, Integer> taken = new TreeMap<>();
        if (!splits.isEmpty()) {
            writes.indices()
                    .filter(writes::acknowledged)
                    .filter(i -> splits.stream().anyMatch(split -> split.holds(writes.end(i))))
                    .forEach(i -> taken.merge(writes.node(i), 1, Integer::sum));
        }
        return taken;
    }

    long nanos() {
        return ended - began;
    }

    private boolean holds(long time) {
        return time >= began && time < ended;
    }
}
