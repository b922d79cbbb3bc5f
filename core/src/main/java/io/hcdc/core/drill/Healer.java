package io.hcdc.core.drill;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.progress.Progress;

/**
 * Registered before a fault is injected, so that the fault is taken back whatever happens: by the drill itself, by an
 * exception on its way out, or by Ctrl-C. Heals once.
 */
final class Healer implements AutoCloseable {
    private final Fault fault;
    private final FaultJournal journal;
    private final Progress progress;
    private final String container;
    private final Thread hook = new Thread(this::healInterrupted, "hcdc-heal");
    private boolean healed;

    Healer(FaultKind kind, NetworkPlace place, Fault fault, FaultJournal journal, Progress progress) {
        this.fault = fault;
        this.journal = journal;
        this.progress = progress;
        this.container = place.container();
        journal.open(kind, place);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Injects the fault, unless it was healed already: Ctrl-C waits for what has begun, and nothing begins after it. */
    synchronized void inject() {
        if (!healed) {
            fault.inject();
        }
    }

    synchronized void heal() {
        if (!healed) {
            fault.heal();
            healed = true;
            journal.forget();
        }
    }

    private void healInterrupted() {
        Progress.Task task = progress.begin("interrupted: heal " + container);
        heal();
        task.done("");
    }

    @Override
    public void close() {
        heal();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has healed.
        }
    }
}
