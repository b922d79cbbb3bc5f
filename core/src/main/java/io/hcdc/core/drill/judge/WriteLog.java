package io.hcdc.core.drill.judge;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Writes in the order of their numbers, which may have gaps: 44 bytes for each, where an object for each would take three
 * times as much. Times are nanoseconds of the history's clock.
 */
final class WriteLog {
    private static final Kind[] KINDS = Outcome.Kind.values();

    private final IntColumn number = new IntColumn();
    private final LongColumn due = new LongColumn();
    private final LongColumn sent = new LongColumn();
    private final LongColumn end = new LongColumn();
    private final IntColumn outcome = new IntColumn();
    private final IntColumn node = new IntColumn();
    private final IntColumn error = new IntColumn();
    private final Names nodes = new Names();
    private final Names errors = new Names();
    private int[] order = {};

    /** In whichever order they come; to be {@link #sort}ed afterwards. */
    void add(Entry.Write write) {
        number.add(write.number());
        due.add(write.due());
        sent.add(write.at());
        end.add(write.end());
        outcome.add(write.outcome().ordinal());
        node.add(nodes.number(write.node()));
        error.add(errors.number(write.error()));
    }

    void sort() {
        long[] rows = new long[number.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (long) number.get(row) << Integer.SIZE | row;
        }
        Arrays.sort(rows);
        order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[i] = (int) rows[i];
        }
    }

    int size() {
        return order.length;
    }

    /** From 0 to {@link #size()}, exclusively: what all the rest is asked by. */
    IntStream indices() {
        return IntStream.range(0, order.length);
    }

    int number(int i) {
        return number.get(order[i]);
    }

    long due(int i) {
        return due.get(order[i]);
    }

    long sent(int i) {
        return sent.get(order[i]);
    }

    long end(int i) {
        return end.get(order[i]);
    }

    Kind outcome(int i) {
        return KINDS[outcome.get(order[i])];
    }

    boolean acknowledged(int i) {
        return outcome(i) == Kind.OK;
    }

    String node(int i) {
        return nodes.name(node.get(order[i]));
    }

    String error(int i) {
        return errors.name(error.get(order[i]));
    }

    /** The index of the first whose number does not follow the one before; the size when all do. */
    int firstGap() {
        int i = Math.min(1, size());
        while (i < size() && number(i) == number(i - 1) + 1) {
            i++;
        }
        return i;
    }

    /** When the last outcome was known; 0 when there is no write. */
    long lastEnd() {
        return indices().mapToLong(this::end).max().orElse(0);
    }

    /** The numbers of those that ended so. */
    BitSet numbers(Kind kind) {
        BitSet numbers = new BitSet();
        indices().filter(i -> outcome(i) == kind).forEach(i -> numbers.set(number(i)));
        return numbers;
    }
}
