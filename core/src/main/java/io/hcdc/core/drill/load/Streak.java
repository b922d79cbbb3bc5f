package io.hcdc.core.drill.load;

import java.util.BitSet;

/**
 * How many writes in a row were acknowledged, in the order of their numbers: a write whose outcome is not known yet holds
 * up the count, so that quick answers of one server do not hide that another owes some.
 */
public final class Streak {
    /** Acknowledged writes in a row that open a time without an outage: fewer may be luck. */
    public static final int STEADY = 20;

    private final BitSet settled = new BitSet();
    private final BitSet acknowledged = new BitSet();
    private int next;
    private int from;
    private int length;

    synchronized int length() {
        return length;
    }

    /** Begins anew: only writes of this number and later count. */
    synchronized void restart(int number) {
        from = number;
        length = 0;
    }

    synchronized void settle(int number, boolean ok) {
        settled.set(number);
        acknowledged.set(number, ok);
        for (; settled.get(next); next++) {
            length = acknowledged.get(next) && next >= from ? length + 1 : 0;
        }
    }
}
