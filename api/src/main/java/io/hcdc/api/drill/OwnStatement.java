package io.hcdc.api.drill;

import java.util.Optional;

/**
 * The optional capability of a {@link Drillable} driver whose servers can be asked something in a language of their own: a
 * statement of the user's becomes a workload, sent on the same paths as the component's own. What it leaves behind is not
 * known here, so it is no {@link Ledger}.
 */
public interface OwnStatement {
    /** Stands in a statement for the number of the attempt. */
    String NUMBER = "$N";

    /** What the statements are written in, as users call it: {@code sql}. */
    String language();

    /** What is wrong with a statement, one line without a full stop; empty when nothing can be seen. Asks nobody. */
    Optional<String> mistake(String statement);

    /**
     * Starts a workload that sends it.
     *
     * @param spec whose path is one of {@link Drillable#paths} of the first role
     * @param statement without a {@link #mistake}
     */
    Workload workload(WorkloadSpec spec, String statement);
}
