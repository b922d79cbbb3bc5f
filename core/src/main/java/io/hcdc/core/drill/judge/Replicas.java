package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Ranges;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Whether all nodes that were read at the end hold the same.
 *
 * @param differing numbers that some hold and others do not, e.g. {@code 3-7}; empty when all hold the same. Not known, and
 *     absent, where fewer than two were read
 */
public record Replicas(@JsonProperty("replicasDifferIn") Optional<String> differing) {

    static Replicas of(Reading history) {
        return new Replicas(history.first(Entry.FinalRead.class)
                .filter(read -> read.ranges().size() > 1)
                .map(read -> read.ranges().values().stream().map(Ranges::parse).toList())
                .map(Replicas::notInAll)
                .map(Ranges::text));
    }

    private static BitSet notInAll(List<BitSet> held) {
        BitSet any = new BitSet();
        held.forEach(any::or);
        BitSet all = (BitSet) any.clone();
        held.forEach(all::and);
        any.andNot(all);
        return any;
    }
}
