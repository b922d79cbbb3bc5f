package io.hcdc.core.drill.matrix;

import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.run.RunningStack;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A role, and what can be done to whoever holds it.
 *
 * @param paths the ways by which applications reach it, the default first
 */
public record Possible(String target, List<String> paths, List<Fault> faults) {

    /** @param predicted the outage that the configured timers lead one to expect; empty when nobody can say */
    public record Fault(String fault, Optional<Duration> predicted) {}

    /**
     * What is not offered: {@code kill-process} needs the name of a process, {@code delay} a kernel with netem or with
     * queues for packets, which nobody knows before it is tried, {@code fill-disk} a file system of the node's own, and
     * {@code skew-clock} a stack whose nodes have clocks of their own.
     */
    private static final Set<FaultKind> ASK_FOR_MORE =
            EnumSet.of(FaultKind.KILL_PROCESS, FaultKind.DELAY, FaultKind.FILL_DISK, FaultKind.SKEW_CLOCK);

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
                        .filter(kind -> !ASK_FOR_MORE.contains(kind))
                        .map(kind -> new Fault(usual(kind).text(), servers.predictedOutage(role, kind)))
                        .toList());
    }

    private static FaultSpec usual(FaultKind kind) {
        return FaultSpec.parse("fault", kind.word()).orThrow();
    }
}
