package io.hcdc.cli.console;

import io.hcdc.api.Problem;
import io.hcdc.cli.progress.LiveProgress;
import io.hcdc.cli.progress.PlainProgress;
import io.hcdc.cli.progress.ProgressDisplay;
import io.hcdc.core.Hcdc;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.execute.Ahead;
import io.hcdc.core.stack.Components;
import io.hcdc.docker.DockerEngine;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where commands write, and how they reach the work. Results go to standard output; progress and problems go to
 * standard error, so that output can be piped.
 */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private final Path homes;
    private final Supplier<Engine> engines;
    private Ahead<Engine> engine;

    public Console(PrintStream out, PrintStream err) {
        this(out, err, System.in, homes(), DockerEngine::fromEnvironment);
    }

    /** A console for what runs commands within a program. */
    public Console(PrintStream out, PrintStream err, InputStream in, Path homes, Supplier<Engine> engines) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.homes = homes;
        this.engines = engines;
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public InputStream in() {
        return in;
    }

    public void print(String text) {
        out.println(text);
    }

    /** Begins to make the engine's client in the background: it takes as long as parsing the command line. */
    public void prepareEngine() {
        engine = Ahead.begin("hcdc-engine-client", engines);
    }

    private Engine engine() {
        if (engine == null) {
            prepareEngine();
        }
        return engine.get();
    }

    /** Does a command's work with a façade that is closed afterwards. */
    public <T> T work(Function<Hcdc, T> work) {
        try (ProgressDisplay progress = progress();
                Hcdc hcdc = new Hcdc(this::engine, Components.installed(), homes, progress)) {
            return work.apply(hcdc);
        }
    }

    /** The folder below which stacks are kept: {@code HCDC_HOME}, else hcdc in the user's data folder. */
    public static Path homes() {
        String chosen = System.getenv("HCDC_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path folder = data != null && !data.isBlank()
                ? Path.of(data)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return folder.resolve("hcdc");
    }

    /** One line per problem, with its hint. */
    public void problems(List<Problem> problems) {
        for (Problem problem : problems) {
            String place = problem.path().isEmpty() ? "" : problem.path() + ": ";
            err.println("hcdc: " + place + problem.message());
            if (!problem.hint().isEmpty()) {
                err.println("      hint: " + problem.hint());
            }
        }
    }

    /** The launcher tells whether standard error is a terminal: Java itself cannot. */
    private ProgressDisplay progress() {
        return Boolean.getBoolean("hcdc.terminal") ? new LiveProgress(err) : new PlainProgress(err);
    }
}
