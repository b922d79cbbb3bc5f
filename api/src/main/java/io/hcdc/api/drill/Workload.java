package io.hcdc.api.drill;

import java.util.BitSet;
import java.util.Map;

/** Numbered writes through the path an application would use, and the final read that tells what became of them. */
public interface Workload extends AutoCloseable {

    /**
     * Performs write {@code number}, once, blocking for about the timeout at most. Called from many threads at once;
     * never throws. A write is repeated by nobody: what failed stays failed.
     */
    Outcome write(int number);

    /** Which numbers each reachable node holds, read from that node itself. Nodes that gave no answer are missing. */
    Map<String, BitSet> read();

    /** Removes the workload's writes from the servers. */
    void erase();

    /** Ends its connections; the writes stay. */
    @Override
    void close();
}
