package io.hcdc.core.drill.judge;

import io.hcdc.api.drill.Outcome;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.HistoryFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A history arranged for those who ask: its writes in the order of their numbers, and when it broke. */
final class Reading {
    private final WriteLog writes = new WriteLog();
    private final ReadLog reads = new ReadLog();
    private final List<Entry> others = new ArrayList<>();
    private OptionalInt cut = OptionalInt.empty();
    private int reading;
    private int lines;
    private long end;
    private long fault;
    private List<Interruption> interruptions = List.of();

    private Reading() {}

    static Reading of(Iterable<Entry> entries) {
        Reading reading = new Reading();
        entries.forEach(reading::add);
        return reading.complete();
    }

    /** Up to where the file ends, or is cut. */
    static Reading of(Path file) {
        Reading reading = new Reading();
        reading.cut = new HistoryFile(file).read(reading::add);
        return reading.complete();
    }

    private void add(Entry entry) {
        lines++;
        if (entry instanceof Entry.Write write) {
            writes.add(write);
            end = Math.max(end, write.end());
        } else if (entry instanceof Entry.Read read) {
            addRead(read);
            end = Math.max(end, read.end());
        } else {
            others.add(entry);
            end = Math.max(end, entry.at());
        }
    }

    private void addRead(Entry.Read read) {
        reading++;
        if (read.outcome() == Outcome.Kind.OK) {
            reads.add(read);
        }
    }

    private Reading complete() {
        writes.sort();
        fault = phase(Phase.REQUESTED).map(Entry::at).orElse(Long.MAX_VALUE);
        interruptions = Interruption.all(this);
        return this;
    }

    Entry.Round round() {
        return first(Entry.Round.class).orElseThrow();
    }

    WriteLog writes() {
        return writes;
    }

    /**
     * The index up to which it is known what became of the writes. Where a history was cut, one that is missing may have
     * failed: its outcome would have come after the cut.
     */
    int known() {
        return concluded() ? writes.size() : writes.firstGap();
    }

    /** Those that were answered. */
    ReadLog reads() {
        return reads;
    }

    /** How many reads there were, answered or not. */
    int readAttempts() {
        return reading;
    }

    /** How many lines were read. */
    int lines() {
        return lines;
    }

    /** The number of the line that could not be read; empty when all could. */
    OptionalInt cut() {
        return cut;
    }

    /** When the fault was requested, in nanoseconds; the end of all days when it never was. */
    long fault() {
        return fault;
    }

    /** When the last thing happened, in nanoseconds. */
    long end() {
        return end;
    }

    /** The first time that the fault stood there. */
    Optional<Entry.Fault> phase(Phase phase) {
        return all(Entry.Fault.class).filter(entry -> entry.phase() == phase).findFirst();
    }

    /** Milliseconds from the fault to the first time that it stood there; -1 when it never did. */
    double millisTo(Phase phase) {
        return phase(phase).map(this::sinceFault).orElse(-1.0);
    }

    /** Milliseconds from the fault to the last time that any stood there; -1 when none ever did. */
    double millisToLast(Phase phase) {
        return all(Entry.Fault.class)
                .filter(entry -> entry.phase() == phase)
                .reduce((earlier, later) -> later)
                .map(this::sinceFault)
                .orElse(-1.0);
    }

    /** Milliseconds from the fault to an entry. */
    double sinceFault(Entry entry) {
        return millis(entry.at() - fault);
    }

    /** The times after the fault in which writes were not acknowledged steadily, in their order. */
    List<Interruption> interruptions() {
        return interruptions;
    }

    /** Whether the history reaches the fault. */
    boolean broken() {
        return phase(Phase.REQUESTED).isPresent();
    }

    /** Whether the history reaches what is told of the settled cluster. */
    boolean concluded() {
        return has(Entry.FinalRead.class) || has(Entry.NothingKept.class);
    }

    boolean has(Class<? extends Entry> kind) {
        return first(kind).isPresent();
    }

    /** The first of a kind. Neither writes nor reads are found so. */
    <E extends Entry> Optional<E> first(Class<E> kind) {
        return all(kind).findFirst();
    }

    /** All of a kind. Neither writes nor reads are found so. */
    <E extends Entry> Stream<E> all(Class<E> kind) {
        return others.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Nanoseconds as milliseconds with two decimals. */
    static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
