package io.hcdc.postgres;

import io.hcdc.api.Access;
import io.hcdc.api.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;

/** The running servers: opens connections to them. */
record Servers(PostgresConfig config, Layout layout, Access access) {

    /** As the superuser, for whom some connections are reserved and who sees everything. */
    Session superuser(PostgresNode node) throws SQLException {
        Login login = new Login(Layout.SUPERUSER, access.secret(Layout.SUPERUSER_PASSWORD), "postgres");
        return Session.open(access.reach(node.name(), node.port()), login);
    }

    /** As the application: to a node, or through a Pgpool. */
    Session application(String node, Port port) throws SQLException {
        return application(access.reach(node, port));
    }

    Session application(InetSocketAddress server) throws SQLException {
        Login login = new Login(config.user(), access.secret(Layout.PASSWORD), config.database());
        return Session.open(server, login);
    }

    /** What that Pgpool knows of the watchdog. Connecting and each answer may take the given time. */
    Watchdog watchdog(PgpoolNode pgpool, int millis) throws IOException {
        try (Pcp pcp = Pcp.open(access.reach(pgpool.name(), pgpool.pcp()), millis)) {
            pcp.authenticate(Layout.PCP_USER, access.secret(Layout.PCP_PASSWORD));
            return Watchdog.read(pcp.watchdogInfo());
        }
    }
}
