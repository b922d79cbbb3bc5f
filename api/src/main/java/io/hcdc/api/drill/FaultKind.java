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
    RESTART;

    /** As it is typed and printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that {@link #word}; empty where there is none. */
    public static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
