package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;

/** SIGKILL of the whole container: the power cord. Healed by starting it again. */
record KillFault(Containers containers, String container) implements Fault {

    @Override
    public void inject() {
        containers.kill(container);
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
