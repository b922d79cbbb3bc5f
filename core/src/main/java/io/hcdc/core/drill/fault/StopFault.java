package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;

/** SIGTERM, grace, then gone: a planned stop. Healed by starting it again. */
record StopFault(Containers containers, String container) implements Fault {
    @Override
    public void inject() {
        containers.stop(container);
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
