package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.NetworkPlace;

/** A fault on one container. Calls throw the engine's exceptions. */
public sealed interface Fault permits IsolateFault, KillFault, PauseFault, RestartFault, StopFault {

    /** Does it. Returns when the engine has answered. */
    void inject();

    /** Whether the engine shows its effect now. */
    boolean inEffect();

    /** Takes it back; nothing happens where there is nothing to take back. */
    void heal();

    static Fault of(Injection injection, Containers containers) {
        NetworkPlace place = injection.place();
        String container = place.container();
        return switch (injection.what().kind()) {
            case KILL -> new KillFault(containers, container);
            case STOP -> new StopFault(containers, container);
            case PAUSE -> new PauseFault(containers, container);
            case ISOLATE -> new IsolateFault(containers, place);
            case RESTART -> new RestartFault(containers, container);
        };
    }
}
