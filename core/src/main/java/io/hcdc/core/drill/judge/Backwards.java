package io.hcdc.core.drill.judge;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads that took a client back: it was shown less than it had been shown before. */
final class Backwards {
    private Backwards() {}

    static int count(ReadLog reads) {
        return IntStream.range(0, reads.size()).boxed().collect(Collectors.groupingBy(reads::client)).values().stream()
                .mapToInt(ofOneClient -> count(ofOneClient, reads))
                .sum();
    }

    /** Of two reads that overlap, neither is the earlier one. */
    private static int count(List<Integer> ofOneClient, ReadLog reads) {
        List<Integer> ended = by(reads::end, ofOneClient);
        int next = 0;
        int highest = -1;
        int backwards = 0;
        for (int read : by(reads::sent, ofOneClient)) {
            for (; next < ended.size() && reads.end(ended.get(next)) <= reads.sent(read); next++) {
                highest = Math.max(highest, reads.seen(ended.get(next)));
            }
            if (reads.seen(read) < highest) {
                backwards++;
            }
        }
        return backwards;
    }

    private static List<Integer> by(IntToLongFunction time, List<Integer> some) {
        return some.stream().sorted(Comparator.comparingLong(time::applyAsLong)).toList();
    }
}
