package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.fault.FaultSpec.Clients;
import io.hcdc.core.drill.fault.FaultSpec.Cut;
import io.hcdc.core.drill.fault.FaultSpec.Direction;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is done to a target. */
final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            defaultValue = "kill",
            description =
                    "kill (power cord), stop (planned), pause (frozen), isolate (cut from the network), restart (faster than"
                            + " detection), partition (cut from other nodes), loss:30%%, throttle:1mbit, delay:100ms,"
                            + " kill-process:NAME or fill-disk:100%%. Default: ${DEFAULT-VALUE}")
    private String fault;

    @Option(
            names = "--from",
            paramLabel = "NODE,…",
            description = "From whom a partition cuts the target: nodes or roles. Default: every other node")
    private String from;

    @Option(
            names = "--direction",
            paramLabel = "WHICH",
            description = "Which packets a partition drops, seen from the target: both, in or out. Default: both")
    private Direction direction;

    @Option(
            names = "--clients",
            paramLabel = "WHAT",
            description = "keep or cut: whether applications outside of the stack still reach a target that is cut off."
                    + " Default: keep")
    private Clients clients;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Take the fault back after this time, recovered or not, e.g. 10s. Default: once writes are"
                    + " acknowledged again")
    private Duration lasting;

    /** The drill's only step. */
    DrillSpec.Step step(String target, List<Problem> problems) {
        FaultSpec.Parsed parsed = FaultSpec.parse("--fault", fault);
        problems.addAll(parsed.problems());
        FaultSpec kind = parsed.fault().orElse(FaultSpec.of(FaultKind.KILL));
        boolean cuts = kind.cuts();
        if (!cuts && parsed.fault().isPresent() && (from != null || direction != null || clients != null)) {
            problems.add(Problem.at(
                            "--from, --direction, --clients",
                            "say how a partition cuts, and " + kind.text() + " is none")
                    .hint("leave them out, or take --fault partition"));
        }
        if (lasting != null && lasting.isZero()) {
            problems.add(Problem.at("--for", "must be longer than nothing"));
        }
        FaultSpec whole = cuts ? kind.cutting(cut(problems)) : kind;
        return new DrillSpec.Step(Duration.ZERO, target, whole, Optional.ofNullable(lasting));
    }

    private Cut cut(List<Problem> problems) {
        List<String> names = from == null
                ? List.of()
                : Arrays.stream(from.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (from != null && names.isEmpty()) {
            problems.add(Problem.at("--from", "names no one").hint("leave it out to cut from every other node"));
        }
        return new Cut(
                names,
                Optional.ofNullable(direction).orElse(Direction.BOTH),
                Optional.ofNullable(clients).orElse(Clients.KEEP));
    }
}
