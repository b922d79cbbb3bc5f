package io.hcdc.core.run;

import io.hcdc.api.Driver;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.execute.Parallel;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The drivers of a stack's components, by component type. */
public final class RunningStack implements AutoCloseable {
    private final Stack stack;
    private final Map<String, Driver> drivers = new LinkedHashMap<>();

    /** @param home where its secrets and certificates are kept */
    public RunningStack(Stack stack, Home home) {
        this.stack = stack;
        for (Part<?> part : stack.parts()) {
            drivers.put(part.type(), part.driver(new LocalAccess(stack, part.type(), home)));
        }
    }

    public Stack stack() {
        return stack;
    }

    public Map<String, Driver> drivers() {
        return drivers;
    }

    /** The components that can be drilled. */
    public List<Drillable> drillables() {
        return drivers.values().stream()
                .filter(Drillable.class::isInstance)
                .map(Drillable.class::cast)
                .toList();
    }

    /** Node name → what it says of itself; all components are asked at once. */
    public Map<String, NodeState> states() {
        Map<String, NodeState> states = new ConcurrentHashMap<>();
        try (Parallel parallel = new Parallel("hcdc-ask", drivers.size())) {
            List<Runnable> questions = new ArrayList<>();
            drivers.values()
                    .forEach(driver ->
                            questions.add(() -> driver.states().forEach(state -> states.put(state.node(), state))));
            parallel.run(questions);
        }
        return states;
    }

    /** Component type → whether it does its work; all are asked at once. */
    public Map<String, Readiness> readiness() {
        Map<String, Readiness> found = new ConcurrentHashMap<>();
        try (Parallel parallel = new Parallel("hcdc-ask", drivers.size())) {
            List<Runnable> questions = new ArrayList<>();
            drivers.forEach((type, driver) -> questions.add(() -> found.put(type, driver.probe())));
            parallel.run(questions);
        }
        return found;
    }

    @Override
    public void close() {
        drivers.values().forEach(Driver::close);
    }
}
