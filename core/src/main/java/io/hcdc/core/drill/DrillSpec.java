package io.hcdc.core.drill;

import io.hcdc.api.drill.FaultKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What a drill does and what it must show.
 *
 * @param target a role, e.g. {@code rdsmaster} (whoever holds it now), or a node, e.g. {@code rds2}
 * @param via how the application reaches the role, e.g. {@code front}; empty for the role's default path
 * @param workload which application suffers it; the component's own in what is older than the choice
 * @param rate writes per second
 * @param rounds how many times the fault is injected, one after the other
 * @param timeout how long one write may take
 * @param limit how long recovery, and then redundancy, is waited for
 * @param objectives what makes the drill pass
 * @param aftermath what becomes of the drill's writes
 */
public record DrillSpec(
        String target,
        FaultKind fault,
        Optional<String> via,
        WorkloadChoice workload,
        int rate,
        int rounds,
        Duration timeout,
        Duration limit,
        Objectives objectives,
        Aftermath aftermath) {
    public DrillSpec {
        workload = workload == null ? new WorkloadChoice.Component() : workload;
    }

    /** The writes are erased after the final read, or left for somebody else to look at. */
    public enum Aftermath {
        ERASE_WRITES,
        KEEP_WRITES
    }

    /**
     * @param maxOutage the longest acceptable outage; empty when any will do
     * @param maxLost how many acknowledged writes may be lost
     */
    public record Objectives(Optional<Duration> maxOutage, int maxLost) {}
}
