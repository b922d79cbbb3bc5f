package io.hcdc.e2e.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packaged program: every run is a process of its own, started by the launcher. */
public final class Hcdc {
    /** The project's folder. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Where the stacks of the tests are kept. One place for all runs, so that a killed run's are found again. */
    public static final Path HOMES = Path.of("target", "homes").toAbsolutePath();

    /** Above every limit inside the program. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path launcher;
    private final List<String> prefix;
    private final Map<String, String> environment;

    private Hcdc(Path launcher, List<String> prefix, Map<String, String> environment) {
        this.launcher = launcher;
        this.prefix = prefix;
        this.environment = environment;
    }

    /** The program as built here, with the tests' homes. */
    public static Hcdc here() {
        return of(ROOT.resolve("hcdc"), HOMES);
    }

    public static Hcdc of(Path launcher, Path homes) {
        // Whoever runs the tests in the background may have told them to ignore Ctrl-C, and children inherit that.
        return new Hcdc(launcher, List.of("env", "--default-signal=INT"), Map.of("HCDC_HOME", homes.toString()));
    }

    public Hcdc with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Hcdc(launcher, prefix, more);
    }

    /** Started by another program, e.g. one that changes the user. */
    public Hcdc through(String... command) {
        List<String> longer = new ArrayList<>(prefix);
        longer.addAll(List.of(command));
        return new Hcdc(launcher, longer, environment);
    }

    public Outcome run(String... arguments) {
        return start(arguments).end(LIMIT);
    }

    /** Runs it with something typed on its standard input. */
    public Outcome runTyping(String input, String... arguments) {
        Path typed = Artifacts.write("typed.txt", input);
        return start(ProcessBuilder.Redirect.from(typed.toFile()), arguments).end(LIMIT);
    }

    public Running start(String... arguments) {
        return start(ProcessBuilder.Redirect.from(new File("/dev/null")), arguments);
    }

    private Running start(ProcessBuilder.Redirect input, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path out = Artifacts.next(arguments.length == 0 ? "hcdc" : arguments[0], "out");
        Path err = Path.of(out.toString().replaceFirst("out$", "err"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        try {
            return new Running("hcdc " + String.join(" ", arguments), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
