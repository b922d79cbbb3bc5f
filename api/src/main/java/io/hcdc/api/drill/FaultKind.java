package io.hcdc.api.drill;

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

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
