package io.hcdc.core.drill;

import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes back whatever a drill breaks, whatever happens: by the drill itself, by an exception on its way out, or by Ctrl-C.
 * A fault is registered, and written down, before it is injected; each is healed once.
 */
final class Healer implements AutoCloseable {
    private final Function<Injection, Fault> faults;
    private final FaultJournal journal;
    private final Progress progress;
    private final Map<Injection, Fault> open = new LinkedHashMap<>();
    private final Thread hook = new Thread(this::healInterrupted, "hcdc-heal");
    private boolean over;

    Healer(Function<Injection, Fault> faults, FaultJournal journal, Progress progress) {
        this.faults = faults;
        this.journal = journal;
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Writes down what is about to be broken; once everything was taken back, nothing is. */
    synchronized Fault register(Injection injection) {
        if (over) {
            return faults.apply(injection);
        }
        Fault fault = open.computeIfAbsent(injection, faults);
        journal.write(open.keySet());
        return fault;
    }

    /** Injects what is registered and not healed yet: Ctrl-C waits for what has begun, and nothing begins after it. */
    synchronized void inject(Injection injection) {
        if (!over && open.containsKey(injection)) {
            open.get(injection).inject();
        }
    }

    /** Whether it is registered and was not taken back yet. */
    synchronized boolean isOpen(Injection injection) {
        return open.containsKey(injection);
    }

    /** Takes one fault back; nothing happens where that was done already. */
    synchronized void heal(Injection injection) {
        if (open.containsKey(injection)) {
            open.get(injection).heal();
            open.remove(injection);
            journal.write(open.keySet());
        }
    }

    /** Takes everything back, the last first. Nothing can be broken any more. */
    private synchronized void healAll() {
        over = true;
        List<Injection> injections = new ArrayList<>(open.keySet());
        for (int i = injections.size() - 1; i >= 0; i--) {
            heal(injections.get(i));
        }
    }

    private void healInterrupted() {
        Progress.Task task = progress.begin("interrupted: heal " + String.join(", ", nodes()));
        healAll();
        task.done("");
    }

    private synchronized List<String> nodes() {
        return open.keySet().stream().map(Injection::node).distinct().toList();
    }

    @Override
    public void close() {
        healAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has healed.
        }
    }
}
