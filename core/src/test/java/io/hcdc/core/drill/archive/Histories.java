package io.hcdc.core.drill.archive;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.RoundResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Histories written by hand: a write every 10 ms that takes 1 ms, a fault at 1000 ms on node a1. Times are
 * milliseconds.
 */
public final class Histories {
    public static final long FAULT = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    private int next;
    private int nextRead;

    public static Histories begin() {
        Histories history = new Histories();
        history.entries.add(new Entry.Round(
                0, 1, "2026-01-01T00:00", "hcdc", "leader", "a1", "direct", FaultKind.KILL, 100, 200, 1_500));
        return history;
    }

    /** A hundred acknowledged writes and then the fault, seen 5 ms later. */
    public static Histories faultAfterGoodWrites() {
        return begin().writes(100, Kind.OK).fault(FAULT, Phase.REQUESTED).fault(FAULT + 5, Phase.CONFIRMED);
    }

    public Histories writes(int count, Kind outcome) {
        for (int i = 0; i < count; i++) {
            write(next, next * 10L, next * 10L + 1, outcome);
        }
        return this;
    }

    public Histories write(int number, long sent, long end, Kind outcome) {
        String node = outcome == Kind.OK ? "a1" : "";
        entries.add(new Entry.Write(number, nanos(sent), nanos(sent), nanos(end), outcome, node, ""));
        next = number + 1;
        return this;
    }

    /** By client 1, while nothing else is read. */
    public Histories read(long sent, long end, int seen) {
        return read(1, sent, end, seen);
    }

    public Histories read(int client, long sent, long end, int seen) {
        entries.add(new Entry.Read(nextRead++, nanos(sent), nanos(sent), nanos(end), Kind.OK, "a1", "", client, seen));
        return this;
    }

    public Histories fault(long at, Phase phase) {
        entries.add(new Entry.Fault(nanos(at), phase, "a1", ""));
        return this;
    }

    public Histories event(long at, String source, String name, Evidence.Stage stage) {
        entries.add(new Entry.Event(nanos(at), source, name, "", stage));
        return this;
    }

    public Histories claim(long at, String... nodes) {
        entries.add(new Entry.Claim(nanos(at), List.of(nodes), 100));
        return this;
    }

    public Histories redundant(long at, String missing) {
        entries.add(new Entry.Redundant(nanos(at), missing));
        return this;
    }

    /** @param held node, ranges, node, ranges … */
    public Histories finalRead(long at, String leader, String... held) {
        Map<String, String> ranges = new LinkedHashMap<>();
        for (int i = 0; i < held.length; i += 2) {
            ranges.put(held[i], held[i + 1]);
        }
        entries.add(new Entry.FinalRead(nanos(at), leader, ranges));
        return this;
    }

    public Histories nothingKept(long at, String leader) {
        entries.add(new Entry.NothingKept(nanos(at), leader));
        return this;
    }

    /** What none of the others says. */
    public Histories entry(Entry entry) {
        entries.add(entry);
        return this;
    }

    public List<Entry> entries() {
        return entries;
    }

    public RoundResult judged() {
        return Judge.judge(entries);
    }

    public static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
