package io.hcdc.core.drill.load;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The user's own application as a command: each run is one attempt. It is acknowledged by the exit code 0, failed by any
 * other, and one that has not ended in time is killed with all it has started: it may have done its work or not.
 */
public final class CommandWorkload implements Workload {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    private final String line;
    private final Map<String, String> environment;
    private final Duration timeout;

    /**
     * @param line for the shell; it finds the attempt's number in {@code HCDC_PROBE}
     * @param environment what else it finds there, besides that of hcdc
     */
    public CommandWorkload(String line, Map<String, String> environment, Duration timeout) {
        this.line = line;
        this.environment = Map.copyOf(environment);
        this.timeout = timeout;
    }

    @Override
    public Outcome attempt(int number) {
        Process run;
        try {
            run = start(number);
        } catch (IOException e) {
            return Outcome.fail("", "cannot be started: " + e.getMessage());
        }
        try {
            if (run.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return run.exitValue() == 0 ? Outcome.ok("") : Outcome.fail("", "exit " + run.exitValue());
            }
            return Outcome.indeterminate("", "killed after " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.indeterminate("", "interrupted");
        } finally {
            run.descendants().forEach(ProcessHandle::destroyForcibly);
            run.destroyForcibly();
        }
    }

    private Process start(int number) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .redirectInput(NOTHING)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        builder.environment().put("HCDC_PROBE", Integer.toString(number));
        return builder.start();
    }

    @Override
    public void close() {
        // Every run has ended, or was killed, with its attempt.
    }
}
