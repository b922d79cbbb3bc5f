package io.hcdc.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One run of all tests: begins and ends with none of their stacks on the engine. */
final class Session implements AutoCloseable {
    private final Outcome engine;

    Session() {
        engine = Docker.here().outcome("version", "--format", "{{.Server.Version}}");
        if (engine.exit() == 0) {
            clean();
        }
    }

    /** Said by every class, so that a run without an engine cannot look like anything but a failure. */
    void requireEngine() {
        if (engine.exit() != 0) {
            throw new AssertionError("no Docker engine answers, and every test here needs one\n  hint: "
                    + "scripts/setup-engine installs and starts one\n  "
                    + engine.err().strip());
        }
    }

    @Override
    public void close() {
        if (engine.exit() == 0) {
            clean();
        }
        Artifacts.discard();
    }

    private static void clean() {
        Set<String> names = new TreeSet<>(Docker.here().stacks());
        names.addAll(homes());
        for (String name : names) {
            Hcdc.here().run("nuke", "--name", name, "--yes").expect(0);
        }
        new Decoys(Docker.here()).remove();
    }

    /** Homes without anything on the engine. */
    private static List<String> homes() {
        if (!Files.isDirectory(Hcdc.HOMES)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(Hcdc.HOMES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(".hcdc-home")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
