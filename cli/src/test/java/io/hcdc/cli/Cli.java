package io.hcdc.cli;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.core.engine.Engine;
import io.hcdc.core.engine.EngineFacts;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs commands within the test: with stacks below a folder, and with an engine that holds nothing, or with none. */
final class Cli {
    private final Path homes;
    private final Supplier<Engine> engines;
    private String input = "";

    private Cli(Path homes, Supplier<Engine> engines) {
        this.homes = homes;
        this.engines = engines;
    }

    static Cli withoutEngine(Path homes) {
        return new Cli(homes, () -> engine(Cli::noAnswer));
    }

    static Cli withEmptyEngine(Path homes) {
        return new Cli(homes, () -> engine(Cli::nothing));
    }

    /** What the user types. */
    Cli typing(String text) {
        input = text;
        return this;
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                homes,
                engines);
        int exit = CommandTree.commandLine(console, arguments).execute(arguments);
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    record Result(int exit, String out, String err) {}

    /** What it would look like in a terminal. */
    String transcript(String... arguments) {
        Result result = run(arguments);
        return "$ hcdc " + String.join(" ", arguments) + "\n" + result.out() + result.err() + "exit " + result.exit()
                + "\n\n";
    }

    /** @param answer what each call is answered with */
    private static Engine engine(Function<Method, Object> answer) {
        return (Engine) Proxy.newProxyInstance(
                Cli.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (engine, method, given) -> method.getName().equals("close") ? null : answer.apply(method));
    }

    private static Object noAnswer(Method method) {
        throw new EnvironmentNotReadyException(Problem.at("test:", "no Docker engine answers"));
    }

    private static Object nothing(Method method) {
        if (method.getReturnType() == List.class) {
            return List.of();
        } else if (method.getReturnType() == EngineFacts.class) {
            return new EngineFacts("20.10.24", "1.41", "test:", EngineFacts.RootUser.OF_THE_MACHINE, Optional.empty());
        }
        throw new UnsupportedOperationException(method.getName());
    }
}
