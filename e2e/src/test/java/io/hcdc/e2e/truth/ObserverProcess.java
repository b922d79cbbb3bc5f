package io.hcdc.e2e.truth;

import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.TestStack;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@link RedisObserver}. */
public final class ObserverProcess implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path lines;

    private ObserverProcess(Process process, Path lines) {
        this.process = process;
        this.lines = lines;
    }

    /** Observing with as many writes a second, each with the time that hcdc's have. */
    public static ObserverProcess begin(TestStack stack, int rate) throws IOException {
        Path lines = Artifacts.next("observer", "out");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisObserver.class.getName(),
                        String.valueOf(6379 + stack.offset()),
                        String.valueOf(9000 + stack.offset()),
                        String.valueOf(rate),
                        String.valueOf(TIMEOUT_MILLIS)))
                .redirectOutput(lines.toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().put("REDIS_PASSWORD", stack.secret("redis-password"));
        builder.environment().put("SENTINEL_PASSWORD", stack.secret("sentinel-password"));
        return new ObserverProcess(builder.start(), lines);
    }

    /** Lets it end. @return what it has written */
    public Path end() throws IOException {
        process.getOutputStream().close();
        await("the observer has said what it saw").atMost(LIMIT).until(() -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw new AssertionError("the observer ended with " + process.exitValue());
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
