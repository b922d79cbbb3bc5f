package io.hcdc.core.drill;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.Fault;
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

    Healer(FaultKind kind, String container, Fault fault, FaultJournal journal, Progress progress) {
        this.fault = fault;
        this.journal = journal;
        this.progress = progress;
        this.container = container;
        journal.open(kind, container);
        Runtime.getRuntime().addShutdownHook(hook);
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
