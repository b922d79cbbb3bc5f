package io.hcdc.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Other programs of this machine. */
public final class Commands {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Commands() {}

    public static Outcome run(String... command) {
        return run(List.of(command));
    }

    public static Outcome run(List<String> command) {
        return runTyping("", command);
    }

    /** Runs a program with something on its standard input. */
    public static Outcome runTyping(String input, List<String> command) {
        var out = Artifacts.next(command.get(0), "out");
        var err = Artifacts.next(command.get(0), "err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It did not want to hear it all.
            }
            return new Running(String.join(" ", command), process, out, err).end(LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Artifacts.discard(out, err);
        }
    }

    /** Fails with a hint when a program the tests need is missing. */
    public static void require(String program, String debianPackage) {
        if (run("sh", "-c", "command -v " + program).exit() != 0) {
            throw new AssertionError(program + " is missing, and this test cannot do without it"
                    + "\n  hint: scripts/test installs it, or: apt-get install --no-install-recommends "
                    + debianPackage);
        }
    }
}
