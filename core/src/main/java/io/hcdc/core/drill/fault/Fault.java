package io.hcdc.core.drill.fault;

import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.error.EnvironmentNotReadyException;

/**
 * A fault on one container. Calls throw the engine's exceptions. In their order: prepare, inject, heal, tidy. A fault made
 * anew from what was written down may begin with any of the last two.
 */
public sealed interface Fault
        permits DelayFault,
                FillDiskFault,
                IsolateFault,
                KillFault,
                KillProcessFault,
                LossFault,
                PartitionFault,
                PauseFault,
                RestartFault,
                SkewClockFault,
                StopFault,
                ThrottleFault {

    /**
     * Gets ready what injecting must not wait for, and makes sure that the fault can be. No application feels it.
     *
     * @throws EnvironmentNotReadyException when the machine lacks what the fault needs
     */
    default void prepare() {}

    /** Does it. Returns when the engine has answered. */
    void inject();

    /** Whether its effect is there now. */
    boolean inEffect();

    /** Takes it back; nothing happens where there is nothing to take back. */
    void heal();

    /** Removes what {@link #prepare} began, wherever it got to. */
    default void tidy() {}

    static Fault of(Injection injection, Containers containers) {
        NetworkPlace place = injection.place();
        String container = place.container();
        return switch (injection.what().kind()) {
            case KILL -> new KillFault(containers, container);
            case STOP -> new StopFault(containers, container);
            case PAUSE -> new PauseFault(containers, container);
            case ISOLATE -> new IsolateFault(containers, place);
            case RESTART -> new RestartFault(containers, container);
            case PARTITION -> new PartitionFault(Helper.inNetwork(containers, injection), injection);
            case LOSS -> new LossFault(Helper.inNetwork(containers, injection), injection);
            case THROTTLE ->
                new ThrottleFault(
                        Helper.inNetwork(containers, injection), Helper.apart(containers, injection), injection);
            case DELAY ->
                new DelayFault(Helper.inNetwork(containers, injection), Helper.apart(containers, injection), injection);
            case KILL_PROCESS ->
                new KillProcessFault(Helper.amongProcesses(containers, injection), containers, injection);
            case FILL_DISK -> new FillDiskFault(Helper.onVolumes(containers, injection), injection);
            case SKEW_CLOCK -> new SkewClockFault(containers, injection);
        };
    }
}
