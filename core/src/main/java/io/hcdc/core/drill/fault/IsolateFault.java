package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.NetworkPlace;

/** Cut from everything on the stack's network; it runs on. Healed by connecting it again where it was. */
record IsolateFault(Containers containers, NetworkPlace place) implements Fault {

    @Override
    public void inject() {
        containers.disconnect(place);
    }

    @Override
    public boolean inEffect() {
        return !containers.isConnected(place);
    }

    @Override
    public void heal() {
        if (inEffect()) {
            containers.connect(place);
        }
    }
}
