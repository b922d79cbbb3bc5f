package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;

/** Killed and started again at once, faster than detection. Over when it is injected; healing only makes sure of it. */
record RestartFault(Containers containers, String container) implements Fault {

    @Override
    public void inject() {
        containers.kill(container);
        containers.start(container);
    }

    @Override
    public boolean inEffect() {
        return containers.state(container) == State.RUNNING;
    }

    @Override
    public void heal() {
        containers.start(container);
    }
}
