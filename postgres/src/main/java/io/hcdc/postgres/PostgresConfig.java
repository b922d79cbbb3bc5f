package io.hcdc.postgres;

/**
 * The settings of the {@code postgres} component. Names and units are the servers' own.
 *
 * @param topology one node alone, or a primary with standbys behind Pgpool
 * @param port where the first node is published on the host, before the stack's offset
 * @param standbyPort the same of the second node; the others follow it
 * @param standbys nodes besides the initial primary
 * @param database the application's database
 * @param user the application's user, who owns the database
 * @param maxConnections how many clients at once, on each node
 * @param sharedBuffers memory for pages, e.g. {@code 128MB}
 * @param synchronous whether a commit waits until one standby has it, so that no single failure can lose it
 * @param fenceMilliseconds how long a primary that reaches no other node still accepts writes; 0 is for ever
 * @param walKeepSize how much WAL is kept for a standby that was away, e.g. {@code 512MB}
 * @param pgpools how many Pgpools watch and route
 * @param pgpoolPort where the first Pgpool is published, before the stack's offset; the others follow it
 * @param pcpPort where the first Pgpool takes commands, before the stack's offset; the others follow it
 * @param numInitChildren sessions each Pgpool can serve at once
 * @param guardTimeoutMilliseconds how long a node may owe an answer before Pgpool's connections to it are cut
 * @param guardIntervalMilliseconds how often it is asked
 */
public record PostgresConfig(
        Topology topology,
        int port,
        int standbyPort,
        int standbys,
        String database,
        String user,
        int maxConnections,
        String sharedBuffers,
        boolean synchronous,
        int fenceMilliseconds,
        String walKeepSize,
        int pgpools,
        int pgpoolPort,
        int pcpPort,
        int numInitChildren,
        int guardTimeoutMilliseconds,
        int guardIntervalMilliseconds) {

    static final PostgresConfig DEFAULTS = new PostgresConfig(
            Topology.STANDALONE,
            5432,
            5441,
            2,
            "app",
            "app",
            100,
            "128MB",
            true,
            1000,
            "512MB",
            2,
            5430,
            9898,
            16,
            400,
            100);

    boolean underPgpool() {
        return topology == Topology.PGPOOL;
    }

    /**
     * Sessions of each node that applications cannot take. Each Pgpool needs five: its guard, that one's look through
     * Pgpool, its health check, a search for the primary, a fail-over. Each other node needs three: its watch, an election, a rewind. The rest is for this
     * program and for a superuser in need.
     */
    int reservedConnections() {
        return 5 * pgpools + 3 * standbys + 6;
    }
}
