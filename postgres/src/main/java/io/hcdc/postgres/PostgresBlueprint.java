package io.hcdc.postgres;

import io.hcdc.api.Blueprint;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs for a configuration. */
final class PostgresBlueprint {
    private static final ImageSpec SERVER = new ImageSpec(
            "postgres",
            PostgresComponent.class,
            List.of(
                    "Dockerfile",
                    "start-postgres",
                    "supervise",
                    "listen",
                    "rejoin",
                    "elect",
                    "choose",
                    "cluster",
                    "look.sql",
                    "reseed",
                    "answer-trouble"));
    private static final ImageSpec PGPOOL = new ImageSpec(
            "pgpool",
            PostgresComponent.class,
            List.of("Dockerfile", "start-pgpool", "nodes", "failover", "watch-nodes"));

    private static final String CONFIG_FOLDER = "/etc/hcdc/";

    private final PostgresConfig config;
    private final Layout layout;

    PostgresBlueprint(PostgresConfig config, Layout layout) {
        this.config = config;
        this.layout = layout;
    }

    Blueprint build() {
        List<Service> services = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (PgpoolNode pgpool : layout.pgpools()) {
            endpoints.add(endpoint(Layout.PGPOOL_ENDPOINT, pgpool.name(), pgpool.port())
                    .together(clusterUris()));
        }
        for (PostgresNode node : layout.nodes()) {
            services.add(server(node));
            endpoints.add(endpoint("postgres", node.name(), node.port()));
        }
        for (PgpoolNode pgpool : layout.pgpools()) {
            services.add(pgpool(pgpool));
        }
        return new Blueprint(
                config.underPgpool() ? List.of(SERVER, PGPOOL) : List.of(SERVER),
                services,
                endpoints,
                config.underPgpool()
                        ? List.of(
                                Layout.PASSWORD,
                                Layout.SUPERUSER_PASSWORD,
                                Layout.REPLICATION_PASSWORD,
                                Layout.PCP_PASSWORD,
                                Layout.WATCHDOG_KEY)
                        : List.of(Layout.PASSWORD, Layout.SUPERUSER_PASSWORD));
    }

    private Service server(PostgresNode node) {
        Map<String, Object> model = model();
        Service server = Service.of(node.name(), SERVER.name())
                .mount(file("postgresql.conf", model))
                .mount(file("pg_hba.conf", model))
                .mount(file("roles.sql", model))
                .mount(new Mount.Volume(node.name(), "/var/lib/postgresql"))
                .publish(node.port())
                .capabilities("SETUID", "SETGID")
                // The last checkpoint writes everything that is still only in memory.
                .stopGrace(Duration.ofSeconds(30));
        return config.underPgpool()
                ? server.command("cluster").mount(file("cluster.conf", model)).mount(file("pgpass", model))
                : server;
    }

    private Service pgpool(PgpoolNode pgpool) {
        Map<String, Object> model = new HashMap<>(model());
        int id = layout.pgpools().indexOf(pgpool);
        model.put("id", id);
        model.put("priority", layout.pgpools().size() - id);
        return Service.of(pgpool.name(), PGPOOL.name())
                .mount(file("pgpool.conf", model))
                .mount(file("pool_hba.conf", model))
                .mount(file("pgpool_node_id", model))
                .mount(file("users", model))
                .mount(file("pgpass", model))
                .mount(file("pcp-password", model))
                .mount(file("guard", model))
                .publish(pgpool.port())
                .publish(pgpool.pcp())
                // To cut the connections to a node that is frozen.
                .capabilities("NET_ADMIN");
    }

    private Map<String, Object> model() {
        return Map.of(
                "config", config,
                "cluster", config.underPgpool(),
                "members", layout.nodes(),
                "pgpools", layout.pgpools(),
                "quorum", quorum(),
                "failoverQuorum", config.synchronous() ? config.standbys() : 1,
                "reserved", config.reservedConnections());
    }

    /**
     * An acknowledged commit is on two nodes when synchronous, so all but one include it. Two halves of a cluster must
     * not both have enough.
     */
    private int quorum() {
        int majority = layout.nodes().size() / 2 + 1;
        return config.synchronous() ? Math.max(majority, layout.nodes().size() - 1) : majority;
    }

    private static Mount file(String name, Map<String, Object> model) {
        return new Mount.Config(
                new ConfigFile(name, PostgresComponent.class, name + ".ftl", model), CONFIG_FOLDER + name);
    }

    /** Of clients that try one Pgpool after the other by themselves. */
    private String[] clusterUris() {
        String path = "/" + config.database();
        return new String[] {
            "postgresql://" + config.user() + "@{hosts}" + path,
            "jdbc:postgresql://{hosts}" + path + "?user=" + config.user()
        };
    }

    private Endpoint endpoint(String name, String node, Port port) {
        return Endpoint.of(name, node, port, "postgresql")
                .login(config.user(), Layout.PASSWORD)
                .path("/" + config.database());
    }
}
