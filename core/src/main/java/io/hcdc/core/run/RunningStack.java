package io.hcdc.core.run;

import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.Reloadable;
import io.hcdc.api.drill.Drillable;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.execute.Ahead;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drivers of a stack's components, by component type. */
public final class RunningStack implements AutoCloseable {
    private final Stack stack;
    private final Map<String, Driver> drivers = new LinkedHashMap<>();

    /** @param home where its secrets and certificates are kept */
    public RunningStack(Stack stack, Home home) {
        this.stack = stack;
        for (Part<?> part : stack.parts()) {
            drivers.put(part.type(), part.driver(new LocalAccess(stack, part.type(), home, LocalNetworks::subnets)));
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

    /** Component type → what a look at its servers shows, in the stack's order; all are asked at once. */
    public Map<String, Look> look() {
        Map<String, Ahead<Look>> asked = new LinkedHashMap<>();
        drivers.forEach((type, driver) -> asked.put(type, Ahead.begin("hcdc-look", driver::look)));
        Map<String, Look> looks = new LinkedHashMap<>();
        asked.forEach((type, answer) -> looks.put(type, answer.get()));
        return looks;
    }

    /** The version of its files that a node's server says it runs with; empty where it does not say. */
    public Optional<String> version(Node node) {
        try {
            return drivers.get(node.component()) instanceof Reloadable servers
                    ? servers.version(node.name())
                    : Optional.empty();
        } catch (EnvironmentNotReadyException e) {
            // The secret to ask with is gone. The next rendering makes a new one.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        drivers.values().forEach(Driver::close);
    }
}
