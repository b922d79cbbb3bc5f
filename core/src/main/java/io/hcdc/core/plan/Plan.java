package io.hcdc.core.plan;

import java.util.List;
import java.util.stream.Collectors;

/** What to do, in an order in which it could be done one by one. */
public record Plan(List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The steps of one kind, in order. */
    public <S extends Step> List<S> steps(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** One line per step. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("\n"));
    }
}
