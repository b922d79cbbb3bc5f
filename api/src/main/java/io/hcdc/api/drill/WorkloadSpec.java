package io.hcdc.api.drill;

import java.time.Duration;

/**
 * @param id unique to the drill; the workload keeps its writes apart from everything else by it
 * @param path how the application reaches the role: one of {@link Drillable#paths}
 * @param timeout how long one attempt may take before its outcome is indeterminate
 */
public record WorkloadSpec(String id, String path, Duration timeout) {}
