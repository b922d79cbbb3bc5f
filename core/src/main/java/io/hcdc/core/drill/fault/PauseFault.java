package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;

/** Frozen: sockets stay open, nothing answers. */
record PauseFault(Containers containers, String container) implements Fault {

    @Override
    public void inject() {
        containers.pause(container);
    }

    @Override
    public boolean inEffect() {
        return containers.state(container) == State.PAUSED;
    }

    @Override
    public void heal() {
        if (inEffect()) {
            containers.unpause(container);
        }
    }
}
