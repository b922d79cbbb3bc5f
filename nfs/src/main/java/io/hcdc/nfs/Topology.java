package io.hcdc.nfs;

import java.util.Locale;

/** How the servers relate to each other. */
public enum Topology {
    STANDALONE,
    /** Two over the same files, one of which serves. */
    PAIR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
