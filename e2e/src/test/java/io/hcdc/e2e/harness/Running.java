package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that writes its output to files. */
public final class Running {
    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;
    private final long began = System.nanoTime();

    Running(String command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Waits until it has said something on standard error. */
    public void awaitSaying(String text) {
        await("'" + command + "' says '" + text + "'")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> read(err).contains(text) || !process.isAlive());
        if (!read(err).contains(text)) {
            throw new AssertionError("ended without saying '" + text + "': " + end(Duration.ofSeconds(1)));
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ctrl-C. */
    public void interrupt() {
        signal("INT");
    }

    /** SIGKILL: it can do nothing more. */
    public void kill() {
        signal("KILL");
    }

    private void signal(String name) {
        Commands.run("kill", "-" + name, String.valueOf(process.pid())).expect(0);
    }

    /** Waits for its end. */
    public Outcome end(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        "'" + command + "' did not end within " + limit.toSeconds() + " s\n" + read(out) + read(err));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Outcome(command, process.exitValue(), read(out), read(err), took);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
