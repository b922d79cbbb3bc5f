package io.hcdc.api.drill;

import java.util.BitSet;
import java.util.Map;

/**
 * The optional capability of a {@link Workload} whose attempts are kept by the servers: what became of them can be read
 * back. Without it no loss can be known.
 */
public interface Ledger {

    /** Which numbers each reachable node holds, read from that node itself. Nodes that gave no answer are missing. */
    Map<String, BitSet> read();

    /** How many nodes have to show the writes before they count as settled: 1 where all nodes share one copy. */
    default int copies() {
        return 2;
    }

    /** Removes what the workload has left on the servers. */
    void erase();
}
