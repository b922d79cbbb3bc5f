package io.hcdc.core.drill;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.Entry.Fault.Phase;
import io.hcdc.core.drill.RoundResult.Known;
import io.hcdc.core.drill.RoundResult.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges the history of a round. Pure: the same history gives the same result, now or in a year. */
final class Judge {
    /** Longer than any component needs from a fault's effect to the first write that fails for it. */
    private static final Duration UNHARMED = Duration.ofSeconds(1);

    private final List<Entry> entries;
    private final List<Entry.Write> writes;
    private final long fault;

    private Judge(List<Entry> entries) {
        this.entries = entries;
        this.writes = all(Entry.Write.class)
                .sorted(Comparator.comparingInt(Entry.Write::number))
                .toList();
        this.fault = phase(Phase.REQUESTED).map(Entry::at).orElse(Long.MAX_VALUE);
    }

    static RoundResult judge(List<Entry> entries) {
        return new Judge(entries).result();
    }

    private RoundResult result() {
        Entry.Round round = first(Entry.Round.class).orElseThrow();
        Optional<Entry.FinalRead> read = first(Entry.FinalRead.class);
        Optional<Entry.Redundant> redundant = first(Entry.Redundant.class);
        BitSet acknowledged = numbers(Kind.OK);
        Optional<BitSet> held = read.flatMap(this::leaderHolds);
        Optional<BitSet> lost = held.map(numbers -> minus(acknowledged, numbers));
        Ledger ledger = ledger(held);
        int recovery = recovery();
        return new RoundResult(
                round.number(),
                round.node(),
                leaderBefore(),
                leaderAfter(read),
                phase(Phase.CONFIRMED).map(this::sinceFault).orElse(-1.0),
                outage(recovery),
                1000.0 / round.rate(),
                round.predictedMs(),
                stages(),
                phase(Phase.HEALED).map(this::sinceFault).orElse(-1.0),
                redundant
                        .filter(entry -> entry.missing().isEmpty())
                        .map(this::sinceFault)
                        .orElse(-1.0),
                redundant.map(Entry.Redundant::missing).orElse("never looked at"),
                acknowledged.cardinality(),
                numbers(Kind.FAIL).cardinality(),
                numbers(Kind.INDETERMINATE).cardinality(),
                disturbed(recovery),
                ledger,
                lost.map(BitSet::cardinality),
                lost.map(Ranges::text).orElse(""),
                held.map(numbers -> common(numbers(Kind.FAIL), numbers).cardinality())
                        .orElse(0),
                missingOn(read, acknowledged),
                split(),
                known(ledger));
    }

    private Ledger ledger(Optional<BitSet> held) {
        if (first(Entry.NothingKept.class).isPresent()) {
            return Ledger.NONE;
        }
        return held.isPresent() ? Ledger.READ : Ledger.UNREAD;
    }

    private String leaderAfter(Optional<Entry.FinalRead> read) {
        return read.map(Entry.FinalRead::leader)
                .or(() -> first(Entry.NothingKept.class).map(Entry.NothingKept::leader))
                .orElse("");
    }

    private Known known(Ledger ledger) {
        if (leaderBefore().isEmpty()) {
            return Known.NO_WRITES_BEFORE;
        } else if (phase(Phase.CONFIRMED).isEmpty()) {
            return Known.FAULT_UNCONFIRMED;
        }
        return ledger == Ledger.UNREAD ? Known.NO_FINAL_READ : Known.YES;
    }

    private String leaderBefore() {
        return writes.stream()
                .filter(write -> write.outcome() == Kind.OK && write.end() < fault)
                .reduce((earlier, later) -> later)
                .map(Entry.Write::node)
                .orElse("");
    }

    /** The first write after the fault that was not acknowledged, as an index; -1 when there is none. */
    private int firstFailure() {
        for (int i = 0; i < writes.size(); i++) {
            if (writes.get(i).end() >= fault && writes.get(i).outcome() != Kind.OK) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The write, as an index, that opens the first streak of acknowledged ones after the first failure; -1 for none. What was
     * acknowledged before the fault proves nothing: an earlier write may have been on its way until after it.
     */
    private int recovery() {
        int streak = 0;
        for (int i = firstFailure(); i >= 0 && i < writes.size(); i++) {
            Entry.Write write = writes.get(i);
            streak = write.outcome() == Kind.OK && write.end() >= fault ? streak + 1 : 0;
            if (streak == DrillRound.STREAK) {
                return i - DrillRound.STREAK + 1;
            }
        }
        return -1;
    }

    private double outage(int recovery) {
        int failure = firstFailure();
        if (failure < 0) {
            return 0;
        }
        return recovery < 0 ? -1 : millis(writes.get(recovery).end() - began(failure));
    }

    /**
     * When the outage began: with the fault, but where every write was acknowledged for a good while after its effect was
     * confirmed, as when something else is disturbed by the node's return, only when the first failed write was due.
     */
    private long began(int failure) {
        long confirmed = phase(Phase.CONFIRMED).map(Entry::at).orElse(Long.MAX_VALUE);
        long due = writes.get(failure).due();
        return due > confirmed && due - confirmed >= UNHARMED.toNanos() ? due : fault;
    }

    private int disturbed(int recovery) {
        return recovery < 0
                ? 0
                : (int) writes.stream()
                        .skip(recovery)
                        .filter(write -> write.outcome() != Kind.OK)
                        .count();
    }

    private List<RoundResult.Stage> stages() {
        List<RoundResult.Stage> stages = new ArrayList<>();
        for (Evidence.Stage stage : Evidence.Stage.values()) {
            all(Entry.Event.class)
                    .filter(event -> event.at() >= fault && event.stage() == stage)
                    .min(Comparator.comparingLong(Entry::at))
                    .ifPresent(event ->
                            stages.add(new RoundResult.Stage(stage, sinceFault(event), event.source(), event.name())));
        }
        return stages;
    }

    private Optional<BitSet> leaderHolds(Entry.FinalRead read) {
        return Optional.ofNullable(read.ranges().get(read.leader())).map(Ranges::parse);
    }

    private static Map<String, Integer> missingOn(Optional<Entry.FinalRead> read, BitSet acknowledged) {
        Map<String, Integer> missing = new TreeMap<>();
        read.ifPresent(found -> found.ranges()
                .forEach((node, ranges) -> missing.put(
                        node, minus(acknowledged, Ranges.parse(ranges)).cardinality())));
        return missing;
    }

    /** How long two nodes or more claimed the role at once, in milliseconds, from one look to the next. */
    private double split() {
        List<Entry.Claim> claims = all(Entry.Claim.class).toList();
        long split = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).nodes().size() > 1) {
                long end = i + 1 < claims.size()
                        ? claims.get(i + 1).at()
                        : entries.get(entries.size() - 1).at();
                split += end - claims.get(i).at();
            }
        }
        return millis(split);
    }

    private BitSet numbers(Kind kind) {
        BitSet numbers = new BitSet();
        writes.stream().filter(write -> write.outcome() == kind).forEach(write -> numbers.set(write.number()));
        return numbers;
    }

    private Optional<Entry.Fault> phase(Phase phase) {
        return all(Entry.Fault.class).filter(entry -> entry.phase() == phase).findFirst();
    }

    private double sinceFault(Entry entry) {
        return millis(entry.at() - fault);
    }

    private <E extends Entry> Optional<E> first(Class<E> kind) {
        return all(kind).findFirst();
    }

    private <E extends Entry> java.util.stream.Stream<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }

    private static BitSet minus(BitSet a, BitSet b) {
        BitSet result = (BitSet) a.clone();
        result.andNot(b);
        return result;
    }

    private static BitSet common(BitSet a, BitSet b) {
        BitSet result = (BitSet) a.clone();
        result.and(b);
        return result;
    }
}
