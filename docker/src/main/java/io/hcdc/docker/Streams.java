package io.hcdc.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.ExecStartCmd;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.ExecSpec;
import io.hcdc.core.engine.LogSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The engine's calls that stream: builds, logs and commands inside containers. */
final class Streams {
    private final DockerClient client;
    private final Calls calls;

    Streams(DockerClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    void build(BuildImageCmd command, Consumer<String> sink) {
        AtomicReference<String> error = new AtomicReference<>();
        await(command.withRemove(true).withForcerm(true).exec(new ResultCallback.Adapter<BuildResponseItem>() {
            @Override
            public void onNext(BuildResponseItem item) {
                if (item.getErrorDetail() != null) {
                    error.set(item.getErrorDetail().getMessage());
                } else if (item.getStream() != null) {
                    item.getStream().lines().filter(line -> !line.isBlank()).forEach(sink);
                }
            }
        }));
        if (error.get() != null) {
            throw new EngineException(error.get().strip().replaceAll("\\s+", " "), null);
        }
    }

    void logs(String container, LogSpec spec, Consumer<String> sink) {
        var command = client.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(spec.mode() == LogSpec.Mode.FOLLOW);
        command = spec.tail() < 0 ? command.withTailAll() : command.withTail(spec.tail());
        StringBuilder unfinished = new StringBuilder();
        await(command.exec(new ResultCallback.Adapter<Frame>() {
            @Override
            public void onNext(Frame frame) {
                unfinished.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
                    sink.accept(unfinished.substring(0, end).replace("\r", ""));
                    unfinished.delete(0, end + 1);
                }
            }
        }));
        if (!unfinished.isEmpty()) {
            sink.accept(unfinished.toString());
        }
    }

    int exec(String container, ExecSpec spec) {
        boolean terminal = spec.terminal() == ExecSpec.Terminal.ATTACHED;
        String id = calls.call(() -> client.execCreateCmd(container)
                .withCmd(spec.command().toArray(String[]::new))
                .withAttachStdin(spec.in() != ExecSpec.NO_INPUT)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(terminal)
                .withEnv(terminal ? List.of("TERM=" + System.getenv().getOrDefault("TERM", "xterm")) : List.of())
                .exec()
                .getId());
        ExecStartCmd start = client.execStartCmd(id).withTty(terminal);
        // The library sends an input from a thread of its own, which complains on stderr where the command ends first.
        if (spec.in() != ExecSpec.NO_INPUT) {
            start.withStdIn(spec.in());
        }
        if (terminal) {
            try (Terminal raw = new Terminal()) {
                int[] size = raw.size();
                var running = start.exec(new Copy(spec));
                calls.settle(() ->
                        client.resizeExecCmd(id).withSize(size[0], size[1]).exec());
                await(running);
            }
        } else {
            await(start.exec(new Copy(spec)));
        }
        Long exit = calls.call(() -> client.inspectExecCmd(id).exec().getExitCodeLong());
        return exit == null ? 1 : exit.intValue();
    }

    private void await(ResultCallback.Adapter<?> running) {
        try {
            running.awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw calls.translated(e);
        } finally {
            try {
                running.close();
            } catch (IOException e) {
                // The stream has delivered all we wanted; that it did not close well changes nothing.
            }
        }
    }

    /** Passes a command's output on as it comes, byte for byte. */
    private static final class Copy extends ResultCallback.Adapter<Frame> {
        private final ExecSpec spec;

        Copy(ExecSpec spec) {
            this.spec = spec;
        }

        @Override
        public void onNext(Frame frame) {
            try {
                OutputStream stream = frame.getStreamType() == StreamType.STDERR ? spec.err() : spec.out();
                stream.write(frame.getPayload());
                stream.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
