package io.hcdc.haproxy;

import java.util.Locale;

/** How many HAProxys there are, and how one stands in for the other. */
public enum Topology {
    STANDALONE,
    /** Two, between which keepalived moves an address. */
    KEEPALIVED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
