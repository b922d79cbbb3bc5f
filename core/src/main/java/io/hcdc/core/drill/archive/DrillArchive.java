package io.hcdc.core.drill.archive;

import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import io.hcdc.core.spec.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The drills that were run on a stack, as its home keeps them. */
public final class DrillArchive {
    /** Stands for the newest. */
    public static final String LATEST = "latest";

    private final String stack;
    private final Path folder;

    public DrillArchive(String stack, Home home) {
        this.stack = stack;
        this.folder = home.path("drills");
    }

    /** All that can be read, newest first. */
    public List<DrillSummary> list() {
        return ids().stream().flatMap(id -> summary(id).stream()).toList();
    }

    private Optional<DrillSummary> summary(String id) {
        try {
            return Optional.of(DrillFolder.at(folder.resolve(id)).summary());
        } catch (InvalidInputException nothingInIt) {
            return Optional.empty();
        }
    }

    /**
     * A kept drill.
     *
     * @param name its id, the beginning of one id, or {@link #LATEST}
     * @throws InvalidInputException when it means none, or several
     */
    public DrillFolder find(String name) {
        List<String> ids = ids();
        if (name.equals(LATEST) && !ids.isEmpty()) {
            return DrillFolder.at(folder.resolve(ids.get(0)));
        }
        List<String> meant = ids.contains(name)
                ? List.of(name)
                : ids.stream().filter(id -> id.startsWith(name)).toList();
        if (meant.size() == 1) {
            return DrillFolder.at(folder.resolve(meant.get(0)));
        }
        throw new InvalidInputException(meant.isEmpty() ? unknown(name, ids) : ambiguous(name, meant));
    }

    private Problem unknown(String name, List<String> ids) {
        if (ids.isEmpty()) {
            return Problem.at("", "no drill was run on the stack '" + stack + "' yet")
                    .hint("'hcdc failover-test' runs one");
        }
        String near = Nearest.to(
                        name, Stream.concat(Stream.of(LATEST), ids.stream()).toList())
                .or(() -> ids.stream().filter(id -> id.contains(name)).findFirst())
                .map(id -> "did you mean " + id + "?")
                .orElse("the latest is " + ids.get(0));
        return Problem.at("", "there is no run '" + name + "' of the stack '" + stack + "'")
                .hint(near + " ('hcdc report' lists them all)");
    }

    private static Problem ambiguous(String name, List<String> meant) {
        return Problem.at("", meant.size() + " runs begin with '" + name + "'")
                .hint("name one of " + String.join(", ", meant));
    }

    /** An id begins with its time, so that their order is that of their names. */
    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
