package io.hcdc.postgres;

/** Configurations that differ from the defaults in some settings. */
final class Configs {

    private Configs() {}

    static PostgresConfig standalone(int port, String database, String user, int maxConnections, String sharedBuffers) {
        PostgresConfig d = PostgresConfig.DEFAULTS;
        return new PostgresConfig(
                Topology.STANDALONE,
                port,
                d.standbyPort(),
                d.standbys(),
                database,
                user,
                maxConnections,
                sharedBuffers,
                d.synchronous(),
                d.fenceMilliseconds(),
                d.walKeepSize(),
                d.pgpools(),
                d.pgpoolPort(),
                d.pcpPort(),
                d.numInitChildren(),
                d.guardTimeoutMilliseconds(),
                d.guardIntervalMilliseconds());
    }

    /** Replicated, with a guard of that patience. */
    static PostgresConfig guarded(int timeoutMilliseconds, int intervalMilliseconds) {
        PostgresConfig d = PostgresConfig.DEFAULTS;
        return new PostgresConfig(
                Topology.PGPOOL,
                d.port(),
                d.standbyPort(),
                d.standbys(),
                d.database(),
                d.user(),
                d.maxConnections(),
                d.sharedBuffers(),
                d.synchronous(),
                d.fenceMilliseconds(),
                d.walKeepSize(),
                d.pgpools(),
                d.pgpoolPort(),
                d.pcpPort(),
                d.numInitChildren(),
                timeoutMilliseconds,
                intervalMilliseconds);
    }
}
