package io.hcdc.core.drill.matrix;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which cells are wanted.
 *
 * @param targets roles; empty for all
 * @param faults as they are typed; empty for all
 * @param via empty for each target's default path; a target that has not this path takes its default one
 * @param rounds of each cell
 * @param limit how long recovery, and then redundancy, is waited for in a cell
 */
public record MatrixRequest(
        List<String> targets, List<String> faults, Optional<String> via, int rounds, Duration limit) {
    public MatrixRequest {
        targets = List.copyOf(targets);
        faults = List.copyOf(faults);
    }

    /** One drill per cell, target by target. @throws InvalidInputException with every name that is not known */
    List<DrillSpec> cells(List<Possible> possible) {
        List<Problem> problems = new ArrayList<>();
        List<String> roles = possible.stream().map(Possible::target).toList();
        targets.stream()
                .filter(target -> !roles.contains(target))
                .forEach(target -> problems.add(
                        Problem.at("targets", "unknown role '" + target + "'").hint(Nearest.hint(target, roles))));
        List<FaultSpec> chosen = new ArrayList<>();
        for (String fault : faults) {
            FaultSpec.Parsed parsed = FaultSpec.parse("faults", fault);
            problems.addAll(parsed.problems());
            parsed.fault().ifPresent(chosen::add);
        }
        InvalidInputException.throwIfAny(problems);
        List<DrillSpec> cells = new ArrayList<>();
        for (Possible one : possible) {
            if (targets.isEmpty() || targets.contains(one.target())) {
                kinds(one, chosen).forEach(fault -> cells.add(cell(one, fault)));
            }
        }
        return cells;
    }

    private static List<FaultSpec> kinds(Possible possible, List<FaultSpec> chosen) {
        return !chosen.isEmpty()
                ? chosen
                : possible.faults().stream()
                        .map(fault -> FaultSpec.parse("faults", fault.fault()).orThrow())
                        .toList();
    }

    private DrillSpec cell(Possible possible, FaultSpec fault) {
        return DrillSpec.of(possible.target(), fault)
                .by(via.filter(path -> possible.paths().contains(path)))
                .times(rounds)
                .waitingFor(limit);
    }
}
