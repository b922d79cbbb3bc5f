package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Ranges;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the writes on the settled cluster.
 *
 * @param ledger whether that could be read back
 * @param lost acknowledged writes that the settled leader does not hold; empty unless it was read
 * @param lostRanges their numbers
 * @param phantom refused writes that the settled leader holds all the same
 * @param missingOn node → how many acknowledged writes it does not hold
 * @param duplicated how many writes the settled leader holds more than once; absent where nobody can tell
 * @param remedy which setting would have bounded it; empty where none does, or the history does not say
 */
public record Loss(
        Ledger ledger,
        Optional<Integer> lost,
        String lostRanges,
        int phantom,
        Map<String, Integer> missingOn,
        Optional<Integer> duplicated,
        @JsonProperty("lossRemedy") Optional<String> remedy) {

    /** What the servers keep of the writes. */
    public enum Ledger {
        /** The settled leader was read. */
        READ,
        /** It could not be read. */
        UNREAD,
        /** The workload leaves nothing behind, so no loss can be known. */
        NONE
    }

    static Loss of(Reading history) {
        BitSet acknowledged = history.writes().numbers(Kind.OK);
        Optional<Entry.FinalRead> read = history.first(Entry.FinalRead.class);
        Optional<BitSet> held = read.flatMap(found -> ofLeader(found, found.ranges()));
        Optional<BitSet> lost = held.map(numbers -> minus(acknowledged, numbers));
        return new Loss(
                ledger(history, held),
                lost.map(BitSet::cardinality),
                lost.map(Ranges::text).orElse(""),
                held.map(numbers -> common(history.writes().numbers(Kind.FAIL), numbers)
                                .cardinality())
                        .orElse(0),
                missingOn(read, acknowledged),
                read.flatMap(found -> ofLeader(found, found.duplicates())).map(BitSet::cardinality),
                Optional.of(history.round().lossRemedy()).filter(text -> !text.isEmpty()));
    }

    private static Ledger ledger(Reading history, Optional<BitSet> held) {
        if (history.first(Entry.NothingKept.class).isPresent()) {
            return Ledger.NONE;
        }
        return held.isPresent() ? Ledger.READ : Ledger.UNREAD;
    }

    private static Optional<BitSet> ofLeader(Entry.FinalRead read, Map<String, String> numbers) {
        return Optional.ofNullable(numbers.get(read.leader())).map(Ranges::parse);
    }

    private static Map<String, Integer> missingOn(Optional<Entry.FinalRead> read, BitSet acknowledged) {
        Map<String, Integer> missing = new TreeMap<>();
        read.ifPresent(found -> found.ranges()
                .forEach((node, ranges) -> missing.put(
                        node, minus(acknowledged, Ranges.parse(ranges)).cardinality())));
        return missing;
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
