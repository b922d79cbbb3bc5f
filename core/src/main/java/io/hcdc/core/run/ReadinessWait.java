package io.hcdc.core.run;

import io.hcdc.api.Driver;
import io.hcdc.api.Problem;
import io.hcdc.api.Readiness;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.LogSpec;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.execute.Parallel;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.progress.Span;
import io.hcdc.core.stack.Labels;
import io.hcdc.core.stack.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks every component, again and again, whether it does its work by its own protocol. Each is asked once before the
 * containers are there: what a driver must load for its first question is then loaded while the engine works.
 */
public final class ReadinessWait implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(500);
    private static final int TAIL = 15;

    private final Engine engine;
    private final RunningStack running;
    private final Progress progress;
    private final Map<String, String> ready = new ConcurrentHashMap<>();
    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private final CountDownLatch unready;
    private final Parallel askers;

    /** What a container that is not there means. */
    public enum Absent {
        /** Somebody else may still create it. */
        WAIT,
        /** It was there. */
        FAIL
    }

    private ReadinessWait(Engine engine, RunningStack running, Progress progress) {
        this.engine = engine;
        this.running = running;
        this.progress = progress;
        this.unready = new CountDownLatch(running.drivers().size());
        this.askers = new Parallel("hcdc-wait", 2 * running.drivers().size());
    }

    /** Asks the first time. */
    public static ReadinessWait begin(Engine engine, RunningStack running, Progress progress) {
        ReadinessWait wait = new ReadinessWait(engine, running, progress);
        running.drivers().values().forEach(driver -> wait.askers.submit(driver::look, List.of()));
        return wait;
    }

    /**
     * Asks until every component is ready.
     *
     * @return component type → what was verified
     * @throws OperationFailedException when a container has ended, or the time is over
     */
    public Map<String, String> await(Duration limit, Absent absent) {
        long deadline = System.nanoTime() + limit.toNanos();
        running.drivers()
                .forEach((type, driver) ->
                        askers.submit(() -> ask(type, driver, progress.begin("wait for " + type)), List.of()));
        try {
            while (!unready.await(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS)) {
                failIfEnded(absent);
                if (System.nanoTime() > deadline) {
                    throw timedOut(limit);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException(Problem.at("", "interrupted while waiting"), List.of(), e);
        }
        return ready;
    }

    private void ask(String type, Driver driver, Progress.Task task) {
        try {
            Readiness readiness = driver.look().readiness();
            while (readiness instanceof Readiness.NotReady not) {
                missing.put(type, not.reason());
                task.detail(not.reason());
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
                readiness = driver.look().readiness();
            }
            String summary = ((Readiness.Ready) readiness).summary();
            ready.put(type, summary);
            task.done(summary);
            unready.countDown();
        } catch (InterruptedException e) {
            task.failed(missing.getOrDefault(type, ""));
        }
    }

    private void failIfEnded(Absent absent) {
        Map<String, ObservedContainer> found = new HashMap<>();
        engine.containers(Labels.ofStack(running.stack().name())).forEach(one -> found.put(one.name(), one));
        for (Node node : running.stack().nodes()) {
            ObservedContainer container = found.get(node.container());
            boolean gone = container == null && absent == Absent.FAIL;
            if (gone || container != null && container.state() == ObservedContainer.State.EXITED) {
                throw ended(node, Optional.ofNullable(container));
            }
        }
    }

    private OperationFailedException ended(Node node, Optional<ObservedContainer> container) {
        List<String> tail = new ArrayList<>();
        container.ifPresent(found -> engine.logs(found.name(), LogSpec.last(TAIL), tail::add));
        String how = container.map(found -> "ended: " + found.status()).orElse("is gone");
        return new OperationFailedException(
                Problem.at(node.name(), "the container " + how)
                        .hint("'hcdc logs " + node.name() + "' shows all it said; 'hcdc init' tries again"),
                tail);
    }

    private OperationFailedException timedOut(Duration limit) {
        List<String> reasons = missing.entrySet().stream()
                .filter(entry -> !ready.containsKey(entry.getKey()))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
        return new OperationFailedException(
                Problem.at("", "not ready after " + Span.of(limit))
                        .hint("'hcdc status' shows the nodes, 'hcdc logs NODE' what they said; --timeout waits longer"),
                reasons);
    }

    /** Asks no more. */
    @Override
    public void close() {
        askers.close();
    }
}
