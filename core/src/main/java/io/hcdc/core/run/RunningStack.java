package io.hcdc.core.run;

import io.hcdc.api.Driver;
import io.hcdc.api.NodeState;
import io.hcdc.api.Readiness;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.execute.Ahead;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        Map<String, NodeState> states = new LinkedHashMap<>();
        ask(Driver::states).values().forEach(found -> found.forEach(state -> states.put(state.node(), state)));
        return states;
    }

    /** Component type → whether it does its work; all are asked at once. */
    public Map<String, Readiness> readiness() {
        return ask(Driver::probe);
    }

    /** Component type → its answer, in the stack's order. */
    private <T> Map<String, T> ask(Function<Driver, T> question) {
        Map<String, Ahead<T>> asked = new LinkedHashMap<>();
        drivers.forEach((type, driver) -> asked.put(type, Ahead.begin("hcdc-ask", () -> question.apply(driver))));
        Map<String, T> answers = new LinkedHashMap<>();
        asked.forEach((type, answer) -> answers.put(type, answer.get()));
        return answers;
    }

    @Override
    public void close() {
        drivers.values().forEach(Driver::close);
    }
}
