package io.hcdc.core.drill.load;

import java.util.HashMap;
import java.util.Map;

/**
 * How many writes in a row were acknowledged, in the order of their numbers: a write whose outcome is not known yet holds
 * up the count, so that quick answers of one server do not hide that another owes some.
 */
public final class Streak {
    /** Acknowledged writes in a row that open a time without an outage: fewer may be luck. */
    public static final int STEADY = 20;

    /** Those that an earlier one still holds up, and whether they were acknowledged: never more than are on their way. */
    private final Map<Integer, Boolean> ahead = new HashMap<>();

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
        ahead.put(number, ok);
        for (Boolean acknowledged = ahead.remove(next); acknowledged != null; acknowledged = ahead.remove(next)) {
            length = acknowledged && next >= from ? length + 1 : 0;
            next++;
        }
    }
}
