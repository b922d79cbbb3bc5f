package io.hcdc.core.drill;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.stack.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a round with the node that it hits.
 *
 * @param number of the step, from 0
 */
record Strike(int number, DrillSpec.Step step, Injection injection) {

    /**
     * Finds the nodes that a round's steps hit. A role means whoever holds it now, before anything is broken: a step never has
     * to ask servers that another one has broken.
     *
     * @throws InvalidInputException when a step names an unknown target, or two steps do the same to a node at once
     * @throws EnvironmentNotReadyException when nobody holds a role that is named
     */
    static List<Strike> of(DrillSpec spec, DrillTarget watched, RunningStack running) {
        List<Problem> problems = new ArrayList<>();
        List<Strike> strikes = new ArrayList<>();
        Map<String, String> holders = holders(spec, running);
        for (int i = 0; i < spec.steps().size(); i++) {
            int number = i;
            int before = problems.size();
            DrillSpec.Step step = spec.steps().get(i);
            Optional<Node> node = node(step.target(), path(spec, number, "target"), watched, spec, running, problems);
            step.fault().cut().from().forEach(name -> knownName(name, path(spec, number, "from"), running, problems));
            node.filter(found -> problems.size() == before)
                    .map(found -> Injection.of(step.fault(), found.name(), running.stack(), holders))
                    .map(injection -> new Strike(number, step, injection))
                    .ifPresent(strikes::add);
        }
        twice(strikes, problems);
        InvalidInputException.throwIfAny(problems);
        return strikes;
    }

    /** Who holds which role now: asked only where a cut may name roles, or addresses that move with them. */
    private static Map<String, String> holders(DrillSpec spec, RunningStack running) {
        Map<String, String> holders = new LinkedHashMap<>();
        if (spec.steps().stream().anyMatch(step -> step.fault().cuts())) {
            for (Drillable servers : running.drillables()) {
                servers.roles().forEach(role -> servers.holder(role).ifPresent(holder -> holders.put(role, holder)));
            }
        }
        return holders;
    }

    private static Optional<Node> node(
            String name,
            String path,
            DrillTarget watched,
            DrillSpec spec,
            RunningStack running,
            List<Problem> problems) {
        if (name.equals(spec.target())) {
            return running.stack().node(watched.node());
        }
        for (Drillable servers : running.drillables()) {
            if (servers.roles().contains(name)) {
                return running.stack().node(DrillTarget.holder(servers, name));
            }
        }
        knownName(name, path, running, problems);
        return running.stack().node(name);
    }

    private static void knownName(String name, String path, RunningStack running, List<Problem> problems) {
        List<String> known = new ArrayList<>();
        running.drillables().forEach(servers -> known.addAll(servers.roles()));
        known.addAll(running.stack().nodeNames());
        if (!known.contains(name)) {
            problems.add(Problem.at(path, "unknown role or node '" + name + "'").hint(Nearest.hint(name, known)));
        }
    }

    private static String path(DrillSpec spec, int step, String field) {
        return spec.steps().size() == 1 ? field : spec.steps().get(step).text() + ": " + field;
    }

    /** What is broken twice is not whole when the first of the two is healed. */
    private static void twice(List<Strike> strikes, List<Problem> problems) {
        for (int i = 0; i < strikes.size(); i++) {
            for (int j = i + 1; j < strikes.size(); j++) {
                Strike earlier = strikes.get(i);
                Strike later = strikes.get(j);
                if (earlier.injection().equals(later.injection())
                        && earlier.goesOnAt(later.step().at())) {
                    problems.add(Problem.at(
                                    later.step().text(),
                                    later.injection().node() + " is under "
                                            + later.step().fault().text() + " already")
                            .hint("let the earlier one end before, with 'for'"));
                }
            }
        }
    }

    private boolean goesOnAt(Duration time) {
        return step.lasting()
                .map(lasting -> step.at().plus(lasting).compareTo(time) > 0)
                .orElse(true);
    }
}
