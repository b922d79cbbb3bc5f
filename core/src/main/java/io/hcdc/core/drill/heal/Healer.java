package io.hcdc.core.drill.heal;

import io.hcdc.core.drill.fault.Fault;
import io.hcdc.core.drill.fault.Injection;
import io.hcdc.core.error.HcdcException;
import io.hcdc.core.execute.Parallel;
import io.hcdc.core.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes back whatever a drill breaks, whatever happens: by the drill itself, by an exception on its way out, or by Ctrl-C.
 * A fault is registered, and written down, before it is injected; each is healed once.
 */
public final class Healer implements AutoCloseable {
    private final Function<Injection, Fault> faults;
    private final FaultJournal journal;
    private final Progress progress;
    private final Map<Injection, Fault> open = new LinkedHashMap<>();
    private final Thread hook = new Thread(this::healInterrupted, "hcdc-heal");
    private final Map<Injection, Fault> healed = new LinkedHashMap<>();
    private final Set<Injection> begun = new HashSet<>();
    private boolean over;

    public Healer(Function<Injection, Fault> faults, FaultJournal journal, Progress progress) {
        this.faults = faults;
        this.journal = journal;
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Writes down what is about to be broken, and prepares it, unless that was done already. What cannot be prepared is
     * forgotten again; once everything was taken back, nothing is written.
     *
     * @throws HcdcException when it cannot be
     */
    public synchronized Fault register(Injection injection) {
        if (over) {
            return faults.apply(injection);
        } else if (open.containsKey(injection)) {
            return open.get(injection);
        }
        healed.remove(injection);
        Fault fault = faults.apply(injection);
        open.put(injection, fault);
        write();
        try {
            fault.prepare();
        } catch (RuntimeException e) {
            open.remove(injection);
            healed.put(injection, fault);
            Failures failures = new Failures(e);
            failures.collect(this::tidy);
            throw failures.first().orElseThrow();
        }
        return fault;
    }

    /** Injects what is registered and not healed yet: Ctrl-C waits for what has begun, and nothing begins after it. */
    public synchronized void inject(Injection injection) {
        if (!over && open.containsKey(injection)) {
            begun.add(injection);
            open.get(injection).inject();
        }
    }

    /** Whether it was injected, and not taken back yet. */
    public synchronized boolean isOpen(Injection injection) {
        return begun.contains(injection);
    }

    /** Takes one fault back; nothing happens where that was done already. */
    public synchronized void heal(Injection injection) {
        if (open.containsKey(injection)) {
            if (begun.contains(injection)) {
                open.get(injection).heal();
                begun.remove(injection);
            }
            healed.put(injection, open.remove(injection));
            write();
        }
    }

    /**
     * Takes everything back, the last first, and leaves nothing behind. Nothing can be broken any more. What cannot be
     * healed stays written down.
     */
    private synchronized void healAll() {
        over = true;
        Failures failures = new Failures();
        List<Injection> injections = new ArrayList<>(open.keySet());
        Collections.reverse(injections);
        injections.forEach(injection -> failures.collect(() -> heal(injection)));
        failures.collect(this::tidy);
        failures.throwFirst();
    }

    /** Removing a helper takes the engine a while: all at once. */
    private void tidy() {
        List<Runnable> tasks = healed.entrySet().stream()
                .filter(entry -> entry.getKey().what().usesHelper())
                .<Runnable>map(entry -> entry.getValue()::tidy)
                .toList();
        if (!tasks.isEmpty()) {
            try (Parallel parallel = new Parallel("hcdc-tidy", tasks.size())) {
                parallel.run(tasks);
            }
        }
        healed.clear();
        write();
    }

    /** What is healed counts until its helper is gone: taking it back twice does no harm. */
    private void write() {
        List<Injection> entries = new ArrayList<>(healed.keySet());
        entries.removeIf(injection -> !injection.what().usesHelper());
        entries.addAll(open.keySet());
        journal.write(entries);
    }

    private void healInterrupted() {
        Progress.Task task = progress.begin("interrupted: heal " + String.join(", ", nodes()));
        try {
            healAll();
            task.done("");
        } catch (RuntimeException e) {
            task.failed(e.getMessage());
        }
    }

    private synchronized List<String> nodes() {
        return open.keySet().stream().map(Injection::node).distinct().toList();
    }

    @Override
    public void close() {
        try {
            healAll();
        } finally {
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has healed.
        }
    }
}
