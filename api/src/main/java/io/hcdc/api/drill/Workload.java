package io.hcdc.api.drill;

/**
 * Numbered attempts through the path an application would use: writes, requests, whatever it does. One that leaves behind
 * what can be read back is a {@link Ledger}, too.
 */
public interface Workload extends AutoCloseable {

    /**
     * Makes attempt {@code number}, once, blocking for about the timeout at most. Called from many threads at once;
     * never throws. An attempt is repeated by nobody: what failed stays failed.
     */
    Outcome attempt(int number);

    /** Ends its connections; what was written stays. */
    @Override
    void close();
}
