package io.hcdc.core.drill.judge;

import io.hcdc.api.drill.Outcome;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A history arranged for those who ask: its writes in the order of their numbers, and when it broke. */
final class Reading {
    private final List<Entry> entries;
    private final List<Entry.Write> writes;
    private final long fault;

    Reading(List<Entry> entries) {
        this.entries = entries;
        this.writes = all(Entry.Write.class)
                .sorted(Comparator.comparingInt(Entry.Write::number))
                .toList();
        this.fault = phase(Phase.REQUESTED).map(Entry::at).orElse(Long.MAX_VALUE);
    }

    Entry.Round round() {
        return first(Entry.Round.class).orElseThrow();
    }

    List<Entry.Write> writes() {
        return writes;
    }

    /** When the fault was requested, in nanoseconds; the end of all days when it never was. */
    long fault() {
        return fault;
    }

    /** When the last entry was made, in nanoseconds. */
    long end() {
        return entries.get(entries.size() - 1).at();
    }

    /** The numbers of the writes that ended so. */
    BitSet numbers(Outcome.Kind kind) {
        BitSet numbers = new BitSet();
        writes.stream().filter(write -> write.outcome() == kind).forEach(write -> numbers.set(write.number()));
        return numbers;
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

    <E extends Entry> Optional<E> first(Class<E> kind) {
        return all(kind).findFirst();
    }

    <E extends Entry> Stream<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Nanoseconds as milliseconds with two decimals. */
    static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
