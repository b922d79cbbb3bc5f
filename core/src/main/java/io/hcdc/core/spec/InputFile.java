package io.hcdc.core.spec;

import io.hcdc.api.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A text file the user named. */
public record InputFile(Path file) {

    /** Its text; a problem at {@code path} and nothing when it cannot be had. */
    public Optional<String> text(String path, List<Problem> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            problems.add(problem(path, "no such file").hint(whereItIsNot()));
        } catch (MalformedInputException e) {
            problems.add(problem(path, "not a text file").hint("expected text in UTF-8"));
        } catch (AccessDeniedException e) {
            problems.add(problem(path, "permission denied").hint("this user must be able to read it"));
        } catch (IOException e) {
            problems.add(
                    Files.isDirectory(file)
                            ? problem(path, "is a folder").hint("name a file in it")
                            : problem(path, "cannot be read").hint(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** A setting's problem names the file; a file's own does by its path. */
    private Problem problem(String path, String message) {
        return Problem.at(path, path.equals(file.toString()) ? message : message + ": " + file);
    }

    private String whereItIsNot() {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        String name = file.getFileName().toString();
        return Nearest.to(name, namesIn(folder))
                .map(near -> "did you mean " + file.resolveSibling(near) + "?")
                .orElse("there is no " + name + " in " + folder);
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
