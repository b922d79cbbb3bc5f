package io.hcdc.api.drill;

import java.time.Duration;

/**
 * @param id unique to the drill; the workload keeps its writes apart from everything else by it
 * @param timeout how long one write may take before its outcome is indeterminate
 */
public record WorkloadSpec(String id, Duration timeout) {}
