package io.hcdc.core.drill.history;

import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A history that was written down: read from the beginning up to its end, or to where it was cut. */
public final class HistoryFile {
    private final Path path;

    public HistoryFile(Path path) {
        this.path = path;
    }

    /**
     * Hands over every entry in its turn, keeping none.
     *
     * @return the number, from 1, of the line that is no entry of this history, behind which nothing was read; empty when
     *     all was
     * @throws InvalidInputException when the file cannot be read, or its first line is no header of a round
     */
    public OptionalInt read(Consumer<? super Entry> reader) {
        try (Lines lines = new Lines(Files.newInputStream(path))) {
            return read(lines, reader);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(Problem.at(path.toString(), "there is no such file"));
        } catch (IOException e) {
            throw new InvalidInputException(Problem.at(path.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    /** All of it, up to its end or its cut; see {@link #read}. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        read(entries::add);
        return entries;
    }

    /** Its first line; empty where that is no header of a round. @throws InvalidInputException when the file cannot be read */
    public Optional<Entry.Round> header() {
        try (Lines lines = new Lines(Files.newInputStream(path))) {
            return header(lines, new LineReader());
        } catch (IOException e) {
            throw new InvalidInputException(Problem.at(path.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    private OptionalInt read(Lines lines, Consumer<? super Entry> reader) throws IOException {
        LineReader line = new LineReader();
        reader.accept(header(lines, line)
                .orElseThrow(() -> new InvalidInputException(
                        Problem.at(path.toString(), "is no history of a drill: its first line is no header of a round")
                                .hint("histories are kept in the stack's home as drills/<id>/round-<n>.jsonl"))));
        for (int number = 2; lines.next(); number++) {
            // Another header is another round's: its writes bear the same numbers.
            Entry entry = line.entry(lines)
                    .filter(found -> !(found instanceof Entry.Round))
                    .orElse(null);
            if (entry == null) {
                return OptionalInt.of(number);
            }
            reader.accept(entry);
        }
        return OptionalInt.empty();
    }

    private static Optional<Entry.Round> header(Lines lines, LineReader line) throws IOException {
        return lines.next()
                ? line.entry(lines).filter(Entry.Round.class::isInstance).map(Entry.Round.class::cast)
                : Optional.empty();
    }
}
