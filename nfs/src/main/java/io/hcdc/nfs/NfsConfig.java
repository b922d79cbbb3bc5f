package io.hcdc.nfs;

/**
 * The settings of the {@code nfs} component. Names and units are the server's own.
 *
 * @param port where the export is published on the host, before the stack's offset
 * @param leaseLifetime seconds after which a silent client loses its opens and locks
 * @param gracePeriod seconds after a start in which the clients of before may reclaim theirs
 */
public record NfsConfig(int port, int leaseLifetime, int gracePeriod) {

    static final NfsConfig DEFAULTS = new NfsConfig(2049, 5, 5);
}
