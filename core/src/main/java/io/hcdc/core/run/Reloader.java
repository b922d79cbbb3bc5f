package io.hcdc.core.run;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.LogSpec;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Step;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.stack.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has running servers read their configuration again, one after the other, so that one of several always serves. */
public final class Reloader {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final int TAIL = 15;

    private final Engine engine;
    private final RunningStack running;
    private final Progress progress;
    private final Duration limit;

    /** @param limit how long a server may take until it says that it runs with the new configuration */
    public Reloader(Engine engine, RunningStack running, Progress progress, Duration limit) {
        this.engine = engine;
        this.running = running;
        this.progress = progress;
        this.limit = limit;
    }

    /** @throws OperationFailedException with the end of its log, when a server does not take its new configuration */
    public void run(Plan plan) {
        for (Step.ReloadContainer step : plan.steps(Step.ReloadContainer.class)) {
            Node node = running.stack().nodes().stream()
                    .filter(candidate -> candidate.container().equals(step.name()))
                    .findFirst()
                    .orElseThrow();
            Progress.Task task = progress.begin("reload " + step.name());
            try {
                engine.signal(step.name(), step.signal());
                await(node, step.version());
                task.done("");
            } catch (OperationFailedException e) {
                task.failed(e.getMessage());
                throw e;
            } catch (EngineException e) {
                task.failed(e.getMessage());
                throw new OperationFailedException(
                        Problem.at("reload " + step.name(), e.getMessage())
                                .hint("the same command continues where this one ended"),
                        List.of(),
                        e);
            }
        }
    }

    private void await(Node node, String version) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> told = running.version(node);
        while (!told.equals(Optional.of(version))) {
            if (System.nanoTime() > deadline) {
                throw refused(node, told);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationFailedException(
                        Problem.at(node.name(), "interrupted while it was reloading"), List.of(), e);
            }
            told = running.version(node);
        }
    }

    private OperationFailedException refused(Node node, Optional<String> told) {
        List<String> tail = new ArrayList<>();
        engine.logs(node.container(), LogSpec.last(TAIL), tail::add);
        String what = told.isPresent()
                ? "it did not take its new configuration and goes on with the former one"
                : "it was told to read its new configuration and does not answer";
        return new OperationFailedException(
                Problem.at(node.name(), what)
                        .hint("the lines below are the end of container " + node.container()
                                + "'s log; correct the setting and repeat the command"),
                tail);
    }
}
