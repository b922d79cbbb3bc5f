package io.hcdc.core.drill.fault;

import io.hcdc.api.drill.FaultKind;
import java.util.List;

/**
 * What is to be done to a target, in the user's words.
 *
 * @param amount how much of it, where the kind knows an amount; empty for the kind's default
 * @param cut from whom, where the kind cuts from somebody
 */
public record FaultSpec(FaultKind kind, String amount, Cut cut) {

    /** A kind with all its defaults. */
    public static FaultSpec of(FaultKind kind) {
        return new FaultSpec(kind, "", Cut.DEFAULT);
    }

    /** As it is typed: {@code kill}, or {@code loss:30%}. */
    public String text() {
        return amount.isEmpty() ? kind.word() : kind.word() + ":" + amount;
    }

    /**
     * From whom a node is cut.
     *
     * @param from nodes, or roles for whoever holds them; empty for every other node of the stack
     */
    public record Cut(List<String> from, Direction direction, Clients clients) {
        public static final Cut DEFAULT = new Cut(List.of(), Direction.BOTH, Clients.KEEP);

        public Cut {
            from = List.copyOf(from);
        }
    }

    /** Which packets are dropped, seen from the target. */
    public enum Direction {
        BOTH,
        IN,
        OUT
    }

    /** Whether those outside of the stack, an application on the host for one, still reach the target. */
    public enum Clients {
        KEEP,
        CUT
    }
}
