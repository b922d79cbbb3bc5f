package io.hcdc.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The folder of the running test: it holds the output of all it started, and stays when the test fails. */
public final class Artifacts {
    private static final Path ROOT = Path.of("target", "artifacts").toAbsolutePath();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile Path current = ROOT.resolve("session");

    private Artifacts() {}

    /** What happens around tests. */
    static void enter(String name) {
        current = ROOT.resolve(name);
        delete(current);
    }

    /** A test's own folder, beside that of its first try where that one failed. */
    static void begin(String test) {
        current = ROOT.resolve(test);
        while (Files.exists(current)) {
            current = current.resolveSibling(current.getFileName() + "-again");
        }
    }

    /** The test's folder; created when missing. */
    public static Path folder() {
        try {
            return Files.createDirectories(current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new file's path, numbered in the order of the runs. */
    public static Path next(String name, String suffix) {
        String plain = Path.of(name).getFileName().toString();
        return folder().resolve(String.format("%03d-%s.%s", COUNT.incrementAndGet(), plain, suffix));
    }

    public static Path write(String name, String content) {
        try {
            return Files.writeString(folder().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void discard(Path... files) {
        for (Path file : files) {
            delete(file);
        }
    }

    /** The test has passed. */
    static void discard() {
        delete(current);
    }

    /** Everything that a look at a failed test may need: the stacks' logs, compose files and drill histories. */
    static void collect() {
        Path folder = folder();
        if (Docker.here().outcome("version").exit() != 0) {
            return;
        }
        for (String stack : Docker.here().stacks()) {
            Docker.here().containers("io.hcdc.stack=" + stack).forEach(container -> {
                Outcome logs = Commands.run("docker", "logs", "--timestamps", container);
                write(container + ".log", logs.out() + logs.err());
                write(
                        container + ".json",
                        Commands.run("docker", "inspect", container).out());
            });
            Path home = Hcdc.HOMES.resolve(stack);
            copy(home.resolve("docker-compose.yml"), folder.resolve(stack).resolve("docker-compose.yml"));
            copy(home.resolve("stack.yaml"), folder.resolve(stack).resolve("stack.yaml"));
            copyTree(home.resolve("drills"), folder.resolve(stack).resolve("drills"));
        }
    }

    private static void copyTree(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isRegularFile(from)) {
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
