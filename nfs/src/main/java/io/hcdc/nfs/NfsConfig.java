package io.hcdc.nfs;

/**
 * The settings of the {@code nfs} component. Names and units are the server's own.
 *
 * @param topology one server alone, or a pair of which one serves
 * @param port where the first node is published on the host, before the stack's offset; the second one follows it
 * @param leaseLifetime seconds after which a silent client loses its opens and locks
 * @param gracePeriod seconds after a start in which the clients of before may reclaim theirs
 */
public record NfsConfig(Topology topology, int port, int leaseLifetime, int gracePeriod) {

    static final NfsConfig DEFAULTS = new NfsConfig(Topology.STANDALONE, 2049, 5, 5);

    boolean paired() {
        return topology == Topology.PAIR;
    }
}
