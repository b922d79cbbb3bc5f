package io.hcdc.api.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a node. The words are never interchangeable. */
public enum FaultKind {
    /** SIGTERM, grace, then gone: a planned stop. */
    STOP,
    /** SIGKILL of the whole container: the power cord. */
    KILL,
    /** Frozen: sockets stay open, nothing answers; once revived the node may think it still leads. */
    PAUSE,
    /** Cut from everything on the stack's network; it runs on, and may think it still leads. */
    ISOLATE,
    /** Killed and started again at once, faster than detection. */
    RESTART,
    /** Packets from and to named peers are dropped in the node's own network namespace; all other paths stay. */
    PARTITION,
    /** SIGKILL of every process of one name in the node; the rest of the node runs on, where there is a rest. */
    KILL_PROCESS,
    /** The node's link carries no more than so much a second, in each direction. */
    THROTTLE,
    /** So many of a hundred of the node's packets are dropped at random, in each direction. */
    LOSS,
    /** Every packet that the node sends leaves so much later. Needs a kernel with netem, or with queues for packets. */
    DELAY,
    /** The file system of the node's data is filled, up to so many percent of it. */
    FILL_DISK,
    /** The node's time of day is off by so much, the others' is not. Needs a stack that gives each node a clock of its own. */
    SKEW_CLOCK;

    /** As it is typed and printed: {@code kill-process}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that {@link #word}; empty where there is none. */
    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
