package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.stack.Labels;
import java.util.Map;

/** SIGTERM, grace, then gone: a planned stop. Healed by starting it again. */
record StopFault(Containers containers, String container) implements Fault {
    @Override
    public void inject() {
        containers.stop(container, grace());
    }

    /** What it was made with. */
    private int grace() {
        return Labels.stopGraceSeconds(
                containers.inspect(container).map(ObservedContainer::labels).orElse(Map.of()));
    }

    @Override
    public boolean inEffect() {
        return containers.state(container) == State.EXITED;
    }

    @Override
    public void heal() {
        containers.start(container);
    }
}
