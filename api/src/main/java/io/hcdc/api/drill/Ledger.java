package io.hcdc.api.drill;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * The optional capability of a {@link Workload} whose attempts are kept by the servers: what became of them can be read
 * back. Without it no loss can be known.
 */
public interface Ledger {

    /** What each reachable node holds, read from that node itself. Nodes that gave no answer are missing. */
    Map<String, Held> read();

    /** How many nodes have to show the writes before they count as settled: 1 where all nodes share one copy. */
    default int copies() {
        return 2;
    }

    /** Removes what the workload has left on the servers. */
    void erase();

    /**
     * What one node holds.
     *
     * @param numbers of the writes that are there
     * @param repeated of those that are there more than once; empty where a number can be held only once, or nobody counts
     */
    record Held(BitSet numbers, Optional<BitSet> repeated) {

        /** Where a number can be held only once. */
        public static Held once(BitSet numbers) {
            return new Held(numbers, Optional.empty());
        }
    }
}
