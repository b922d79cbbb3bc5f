package io.hcdc.postgres;

import java.util.Locale;

/** How the servers relate to each other. */
public enum Topology {
    STANDALONE,
    /** Streaming replication, watched and routed by Pgpool-II. */
    PGPOOL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
