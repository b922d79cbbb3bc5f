package io.hcdc.api.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The optional capability of a {@link io.hcdc.api.Driver} whose servers take over from each other. */
public interface Drillable {

    /** The roles that can be drilled, e.g. {@code rdsmaster}: whoever holds one now is the target. */
    List<String> roles();

    /**
     * The ways by which applications reach the holder of a role in this stack, e.g. {@code sentinel} and {@code front}:
     * at least one, the default first.
     */
    List<String> paths(String role);

    /** The node that holds a role now; empty when nobody does or nobody can say. */
    Optional<String> holder(String role);

    /** Every node that claims the role by its own words. More than one is a split brain. */
    List<String> claimants(String role);

    /** The outage the configured timers lead one to expect, on whichever path, by the formula in the component's README. */
    Optional<Duration> predictedOutage(String role, FaultKind fault);

    /** Which settings decide what that fault costs; none where nobody says. */
    default Remedies remedies(String role, FaultKind fault) {
        return Remedies.NONE;
    }

    /** Starts a workload through one of the {@link #paths}. */
    Workload workload(String role, WorkloadSpec spec);

    /**
     * Reports the servers' own evidence as it arrives, from several threads, until the subscription is closed. Returns
     * once every source is being listened to, or after two seconds with those that answered.
     */
    Subscription observe(String role, Consumer<Evidence> sink);

    /** What still keeps the role from being as redundant as configured; empty when nothing does. */
    Optional<String> missingRedundancy(String role);

    /** A running observation. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
