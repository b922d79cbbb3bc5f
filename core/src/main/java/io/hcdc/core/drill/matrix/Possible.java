package io.hcdc.core.drill.matrix;

import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.run.RunningStack;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A role, and what can be done to whoever holds it.
 *
 * @param paths the ways by which applications reach it, the default first
 */
public record Possible(String target, List<String> paths, List<Fault> faults) {

    /** @param predicted the outage that the configured timers lead one to expect; empty when nobody can say */
    public record Fault(String fault, Optional<Duration> predicted) {}

    /** Everything that can be done to a stack, whether it runs or not. */
    public static List<Possible> of(RunningStack stack) {
        return stack.drillables().stream()
                .flatMap(servers -> servers.roles().stream().map(role -> of(servers, role)))
                .toList();
    }

    private static Possible of(Drillable servers, String role) {
        return new Possible(
                role,
                servers.paths(role),
                Arrays.stream(FaultKind.values())
                        .map(kind -> new Fault(kind.word(), servers.predictedOutage(role, kind)))
                        .toList());
    }
}
