package io.hcdc.core.drill.judge;

import static io.hcdc.core.drill.archive.Histories.nanos;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.Ranges;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A history that never happened, told after a plan, so that what went wrong in it is known without a judge. A write is due
 * every 10 ms; times are milliseconds until they are told.
 */
final class Story {
    private static final int EVERY = 10;
    private static final int UNHARMED = 1_000;

    /**
     * What goes wrong.
     *
     * @param before good writes before the fault
     * @param harmless good ones after it, before anything fails
     * @param outages how each one goes: some fail, some succeed in between, some fail again
     * @param damage what the final read shows
     * @param reads how often clients are shown too little
     * @param splitMs for how long there are two leaders
     * @param seed of everything else: who fails how, how long it takes, in which order it is told
     */
    record Plan(int before, int harmless, List<Gap> outages, Damage damage, Lies reads, int splitMs, long seed) {}

    /** An outage of so many failed writes, good ones, fewer than a steady streak, and failed ones. */
    record Gap(int failed, int good, int failedAgain) {}

    /** How many writes of each kind. */
    record Damage(int lost, int phantom, int duplicated, int missingOnReplica) {}

    /** How many reads of each kind; overlapping ones are shown less than one that is not over, which is no lie. */
    record Lies(int honest, int stale, int backwards, int overlapping) {}

    /** What a judge has to find. */
    static final class Truth {
        double outageMs;
        int outages;
        double longestMs;
        double totalMs;
        final BitSet acknowledged = new BitSet();
        final BitSet lost = new BitSet();
        final BitSet phantom = new BitSet();
        final BitSet duplicated = new BitSet();
        final BitSet differing = new BitSet();
        int stale;
        double staleMs;
        int backwards;
        double splitSinceMs;
        final Map<String, Integer> splitWrites = new TreeMap<>();
    }

    private final Plan plan;
    private final Random random;
    private final List<Entry.Write> writes = new ArrayList<>();
    private final List<Entry.Read> reads = new ArrayList<>();
    private final Truth truth = new Truth();
    private final int fault;
    private int client;

    Story(Plan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.fault = plan.before() * EVERY;
        this.truth.splitSinceMs = 15;
        writes();
        reads();
    }

    Truth truth() {
        return truth;
    }

    /** Whole, with writes and reads in any order. */
    List<Entry> shuffled() {
        List<Entry> told = new ArrayList<>(writes);
        told.addAll(reads);
        Collections.shuffle(told, random);
        told.add(0, header());
        told.addAll(1, marks());
        told.addAll(conclusion());
        return told;
    }

    /** Whole, each line when it was known. */
    List<Entry> asItHappened() {
        List<Entry> told = new ArrayList<>(writes);
        told.addAll(reads);
        told.addAll(marks());
        told.sort(Comparator.comparingLong(Story::known));
        told.add(0, header());
        told.addAll(conclusion());
        return told;
    }

    double settledMs() {
        return end() - fault;
    }

    private void writes() {
        succeed(plan.before() + plan.harmless());
        for (Gap gap : plan.outages()) {
            int first = writes.size();
            fail(gap.failed());
            succeed(gap.good());
            fail(gap.failedAgain());
            // The end of the outage is the answer to the next.
            succeed(20 + random.nextInt(20));
            outage(first, first + gap.failed() + gap.good() + gap.failedAgain());
        }
        succeed(20);
    }

    private void outage(int first, int next) {
        int due = first * EVERY;
        boolean ofTheFault = truth.outages == 0 && due - (fault + 1) < UNHARMED;
        double took = writes.get(next).end() / 1e6 - (ofTheFault ? fault : due);
        truth.outageMs = truth.outages == 0 ? took : truth.outageMs;
        truth.outages++;
        truth.longestMs = Math.max(truth.longestMs, took);
        truth.totalMs += took;
    }

    private void succeed(int count) {
        for (int i = 0; i < count; i++) {
            // One in ten is slow, and overtaken by others; but one at least is answered before the fault.
            int took = writes.isEmpty() || random.nextInt(10) > 0 ? 1 + random.nextInt(5) : 150;
            truth.acknowledged.set(writes.size());
            write(took, Kind.OK, leaderOf(writes.size() * EVERY + took));
        }
    }

    private String leaderOf(int end) {
        double since = end - fault - truth.splitSinceMs;
        if (since < 0 || since >= plan.splitMs()) {
            return since < 0 ? "a1" : "a2";
        }
        String node = random.nextBoolean() ? "a1" : "a2";
        truth.splitWrites.merge(node, 1, Integer::sum);
        return node;
    }

    private void fail(int count) {
        for (int i = 0; i < count; i++) {
            boolean refused = random.nextBoolean();
            write(refused ? 1 : 200, refused ? Kind.FAIL : Kind.INDETERMINATE, "");
        }
    }

    private void write(int took, Kind outcome, String node) {
        int number = writes.size();
        long due = nanos((long) number * EVERY);
        writes.add(new Entry.Write(number, due, due, due + nanos(took), outcome, node, ""));
    }

    private void reads() {
        for (int i = 0; i < plan.reads().honest(); i++) {
            int at = random.nextInt(end());
            read(0, at, at, highest(at));
        }
        for (int i = 0; i < plan.reads().stale(); i++) {
            int hidden = any(truth.acknowledged, new BitSet());
            int at = (int) (writes.get(hidden).end() / 1_000_000) + 1 + random.nextInt(300);
            int seen = Math.max(-1, hidden - 1 - random.nextInt(5));
            read(++client, at, at + 1, seen);
            truth.stale++;
            truth.staleMs = Math.max(truth.staleMs, at - firstAcknowledgedAbove(seen));
        }
        for (int i = 0; i < plan.reads().backwards(); i++) {
            int at = random.nextInt(end());
            // What it is shown first is shown early, so that it is not stale to be shown less then.
            read(++client, at, at + 1, highest(at + 1) + 1);
            read(client, at + 1, at + 2, highest(at + 1));
            truth.backwards++;
        }
        for (int i = 0; i < plan.reads().overlapping(); i++) {
            int at = random.nextInt(end());
            read(++client, at, at + 10, highest(at + 5) + 1);
            read(client, at + 5, at + 6, highest(at + 5));
        }
    }

    private void read(int who, int at, int end, int seen) {
        reads.add(new Entry.Read(reads.size(), nanos(at), nanos(at), nanos(end), Kind.OK, "a1", "", who, seen));
    }

    /** The highest number that had been acknowledged by then. */
    private int highest(int at) {
        return truth.acknowledged.stream()
                .filter(number -> writes.get(number).end() < nanos(at))
                .max()
                .orElse(-1);
    }

    private double firstAcknowledgedAbove(int number) {
        return truth.acknowledged.stream()
                        .filter(one -> one > number)
                        .mapToLong(one -> writes.get(one).end())
                        .min()
                        .orElseThrow()
                / 1e6;
    }

    private int end() {
        return writes.size() * EVERY + 200;
    }

    private Entry header() {
        return new Entry.Round(0, 1, "", "hcdc", "leader", "a1", "direct", FaultKind.KILL, 1_000 / EVERY, 200, -1);
    }

    private List<Entry> marks() {
        List<Entry> marks = new ArrayList<>(List.of(
                new Entry.Claim(0, List.of("a1"), 100),
                new Entry.Fault(nanos(fault), Phase.REQUESTED, "a1", ""),
                new Entry.Fault(nanos(fault + 1), Phase.CONFIRMED, "a1", "")));
        if (plan.splitMs() > 0) {
            marks.add(new Entry.Claim(nanos(fault + 15), List.of("a1", "a2"), 100));
            marks.add(new Entry.Claim(nanos(fault + 15 + plan.splitMs()), List.of("a2"), 100));
        }
        return marks;
    }

    private List<Entry> conclusion() {
        Damage damage = plan.damage();
        BitSet held = (BitSet) truth.acknowledged.clone();
        for (Entry.Write write : writes) {
            // What nobody knows the outcome of may be there or not.
            held.set(
                    write.number(),
                    held.get(write.number()) || write.outcome() == Kind.INDETERMINATE && random.nextBoolean());
        }
        pick(damage.lost(), truth.acknowledged, truth.lost);
        held.andNot(truth.lost);
        pick(damage.phantom(), refused(), truth.phantom);
        held.or(truth.phantom);
        pick(damage.duplicated(), held, truth.duplicated);
        pick(damage.missingOnReplica(), held, truth.differing);
        BitSet replica = (BitSet) held.clone();
        replica.andNot(truth.differing);
        return List.of(
                new Entry.Fault(nanos(end()), Phase.HEALED, "a1", ""),
                new Entry.Redundant(nanos(end()), ""),
                new Entry.FinalRead(
                        nanos(end() + 5),
                        "a2",
                        new TreeMap<>(Map.of("a2", Ranges.text(held), "a3", Ranges.text(replica))),
                        Map.of("a2", Ranges.text(truth.duplicated))));
    }

    private BitSet refused() {
        BitSet refused = new BitSet();
        writes.stream().filter(write -> write.outcome() == Kind.FAIL).forEach(write -> refused.set(write.number()));
        return refused;
    }

    private void pick(int count, BitSet from, BitSet picked) {
        for (int i = 0; i < count && picked.cardinality() < from.cardinality(); i++) {
            picked.set(any(from, picked));
        }
    }

    private int any(BitSet from, BitSet except) {
        int[] numbers = from.stream().filter(number -> !except.get(number)).toArray();
        return numbers[random.nextInt(numbers.length)];
    }

    private static long known(Entry entry) {
        if (entry instanceof Entry.Write write) {
            return write.end();
        }
        return entry instanceof Entry.Read read ? read.end() : entry.at();
    }
}
