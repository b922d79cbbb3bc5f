package io.hcdc.core.repair;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.ExecSpec;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Repairs nodes of a stack whose home is locked. */
public final class Repairer {
    private static final int TAIL = 15;

    private final Engine engine;
    private final Progress progress;

    public Repairer(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * Does it, and waits until it is done.
     *
     * @throws EnvironmentNotReadyException when the node's container does not run
     * @throws OperationFailedException with what the command said, when it does not end well
     */
    public void run(Repair repair) {
        String node = repair.node().name();
        requireRunning(repair);
        Progress.Task task = progress.begin("repair " + node);
        Deque<String> tail = new ArrayDeque<>();
        LineStream lines = new LineStream(line -> {
            task.detail(line);
            tail.addLast(line);
            if (tail.size() > TAIL) {
                tail.removeFirst();
            }
        });
        int exit = engine.exec(
                repair.node().container(),
                new ExecSpec(repair.command(), ExecSpec.Terminal.NONE, InputStream.nullInputStream(), lines, lines));
        lines.close();
        if (exit != 0) {
            task.failed("ended with " + exit);
            throw new OperationFailedException(
                    Problem.at(node, "the repair ended with " + exit)
                            .hint("'hcdc logs " + node + "' shows what the node said"),
                    List.copyOf(tail));
        }
        task.done(tail.isEmpty() ? "" : tail.getLast());
    }

    private void requireRunning(Repair repair) {
        if (engine.state(repair.node().container()) != State.RUNNING) {
            throw new EnvironmentNotReadyException(
                    Problem.at(repair.node().name(), "its container does not run, and the repair runs in it")
                            .hint("'hcdc init' starts it"));
        }
    }
}
