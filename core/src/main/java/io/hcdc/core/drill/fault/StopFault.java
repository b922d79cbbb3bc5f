package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.ObservedContainer.State;
import java.time.Duration;

/** SIGTERM, grace, then gone: a planned stop. Healed by starting it again. */
record StopFault(Containers containers, String container) implements Fault {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Override
    public void inject() {
        containers.stop(container, GRACE);
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
