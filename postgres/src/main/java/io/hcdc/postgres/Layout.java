package io.hcdc.postgres;

import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which nodes there are.
 *
 * @param nodes the first is the initial primary; a node's place is its number in Pgpool
 * @param pgpools empty when standalone
 */
record Layout(List<PostgresNode> nodes, List<PgpoolNode> pgpools) {
    /** The drill role of the node that takes writes. */
    static final String PRIMARY_ROLE = "pgmaster";

    /** The drill role of the Pgpool that leads the watchdog. */
    static final String PGPOOL_ROLE = "pgpool";

    /** What applications connect to. */
    static final String PGPOOL_ENDPOINT = "pgpool";

    static final String SUPERUSER = "postgres";
    static final String REPLICATION_USER = "replicator";

    /** The application's. */
    static final String PASSWORD = "postgres-password";

    static final String SUPERUSER_PASSWORD = "postgres-superuser-password";
    static final String REPLICATION_PASSWORD = "postgres-replication-password";

    /** Whom Pgpool takes commands from. */
    static final String PCP_USER = "hcdc";

    static final String PCP_PASSWORD = "pgpool-pcp-password";
    static final String WATCHDOG_KEY = "pgpool-watchdog-key";

    /** Inside the stack's network both servers listen where clients expect PostgreSQL. */
    static final int SERVER_PORT = 5432;

    static final int PCP_PORT = 9898;

    static Layout of(PostgresConfig config, Ports ports) {
        boolean many = config.underPgpool();
        List<PostgresNode> nodes = IntStream.rangeClosed(1, many ? 1 + config.standbys() : 1)
                .mapToObj(number -> new PostgresNode("pg" + number, server(ports.shifted(hostPort(config, number)))))
                .toList();
        List<PgpoolNode> pgpools = IntStream.range(0, many ? config.pgpools() : 0)
                .mapToObj(i -> new PgpoolNode(
                        "pgpool" + (i + 1),
                        server(ports.shifted(config.pgpoolPort() + i)),
                        new Port(PCP_PORT, ports.shifted(config.pcpPort() + i))))
                .toList();
        return new Layout(nodes, pgpools);
    }

    private static int hostPort(PostgresConfig config, int number) {
        return number == 1 ? config.port() : config.standbyPort() + number - 2;
    }

    private static Port server(int host) {
        return new Port(SERVER_PORT, host);
    }

    PostgresNode initialPrimary() {
        return nodes.get(0);
    }
}
