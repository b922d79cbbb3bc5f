package io.hcdc.core.image;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.stack.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The one image every other is built on: Debian 12. The public one where it is present or can be pulled, else one made
 * here from the machine's own package sources.
 */
public final class BaseImage {
    private static final String PUBLIC = "debian:bookworm-slim";
    private static final String OWN = "hcdc/base:bookworm";

    /** A registry that has not delivered 30 MB by then is as good as none. */
    private static final Duration PULL_LIMIT = Duration.ofSeconds(60);

    private final Engine engine;

    public BaseImage(Engine engine) {
        this.engine = engine;
    }

    /** Makes sure that there is a base and returns its reference. */
    public String ensure(Progress progress) {
        if (engine.hasImage(OWN)) {
            return OWN;
        }
        if (engine.hasImage(PUBLIC)) {
            return PUBLIC;
        }
        Progress.Task task = progress.begin("base image");
        task.detail("looking for " + PUBLIC + " in a registry");
        if (engine.pull(PUBLIC, PULL_LIMIT)) {
            task.done(PUBLIC + " pulled");
            return PUBLIC;
        }
        try {
            make(task);
        } catch (RuntimeException e) {
            task.failed(e.getMessage());
            throw e;
        }
        task.done(OWN + " made from this machine's package sources");
        return OWN;
    }

    private void make(Progress.Task task) {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Path script = script();
        try {
            Process process = new ProcessBuilder("bash", script.toString()).start();
            Thread listener = listen(process.getErrorStream(), line -> {
                said.add(line);
                task.detail(line);
            });
            RuntimeException refused = null;
            try (InputStream context = process.getInputStream()) {
                engine.build(context, OWN, Map.of(Labels.IMAGE, "base"), task::detail);
            } catch (RuntimeException e) {
                refused = e;
            }
            int exit = process.waitFor();
            listener.join();
            if (exit != 0 || refused != null) {
                discard();
                throw failed("make-base ended with exit code " + exit, said, refused);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", said, e);
        } finally {
            script.toFile().delete();
        }
    }

    /** A script that failed half-way may have delivered a tar that could be imported all the same. */
    private void discard() {
        if (engine.hasImage(OWN)) {
            engine.removeImage(OWN);
        }
    }

    /** The script and the engine fail together, as each waits for the other: both are heard. */
    private static OperationFailedException failed(String why, List<String> said, Exception cause) {
        List<String> tail = new ArrayList<>(said.subList(Math.max(0, said.size() - 10), said.size()));
        if (cause != null && cause.getMessage() != null) {
            tail.add("engine: " + cause.getMessage());
        }
        return new OperationFailedException(
                Problem.at("base image", "no image registry answered, and Debian 12 could not be made here: " + why)
                        .hint("the lines below say why"),
                tail,
                cause);
    }

    private static Path script() {
        try (InputStream in = BaseImage.class.getResourceAsStream("make-base")) {
            Path script = Files.createTempFile("hcdc-make-base", ".sh");
            Files.write(script, in.readAllBytes());
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread listen(InputStream stream, java.util.function.Consumer<String> sink) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        lines.lines().forEach(sink);
                    } catch (IOException | UncheckedIOException e) {
                        sink.accept(String.valueOf(e.getMessage()));
                    }
                },
                "make-base");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
