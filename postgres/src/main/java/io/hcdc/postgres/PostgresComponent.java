package io.hcdc.postgres;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One PostgreSQL server with a database for an application. */
public final class PostgresComponent implements Component<PostgresConfig> {

    private static final String IMAGE = "postgres";

    /** What needs no quotes anywhere: in SQL, in a shell, in a URI. 63 bytes is the server's own limit. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,5}(kB|MB|GB)");

    @Override
    public String type() {
        return "postgres";
    }

    @Override
    public PostgresConfig defaults() {
        return PostgresConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(PostgresConfig config) {
        List<Problem> problems = new ArrayList<>();
        if (config.port() < 1 || config.port() > 65535) {
            problems.add(Problem.at("port", config.port() + " is no port").hint("1 to 65535; the usual one is 5432"));
        }
        checkName("database", config.database(), Set.of("postgres", "template0", "template1", "hcdc_spare"), problems);
        checkName("user", config.user(), Set.of("postgres"), problems);
        if (config.user().startsWith("pg_")) {
            problems.add(Problem.at("user", "'" + config.user() + "' is the server's own")
                    .hint("names that begin with pg_ are reserved"));
        }
        // Below five the superuser's reserve leaves an application and this program nothing.
        if (config.maxConnections() < 5 || config.maxConnections() > 10_000) {
            problems.add(Problem.at("max-connections", config.maxConnections() + " is out of range")
                    .hint("5 to 10000; every connection is a process"));
        }
        if (!MEMORY.matcher(config.sharedBuffers()).matches()) {
            problems.add(Problem.at("shared-buffers", "'" + config.sharedBuffers() + "' is no amount of memory")
                    .hint("a number with kB, MB or GB, e.g. 128MB"));
        }
        return problems;
    }

    private static void checkName(String path, String name, Set<String> taken, List<Problem> problems) {
        if (!IDENTIFIER.matcher(name).matches()) {
            problems.add(Problem.at(path, "'" + name + "' is no plain name")
                    .hint("use up to 63 of a-z, 0-9 and _, not beginning with a digit"));
        } else if (taken.contains(name)) {
            problems.add(Problem.at(path, "'" + name + "' is the server's own").hint("choose another name"));
        }
    }

    @Override
    public Blueprint blueprint(PostgresConfig config, Ports ports) {
        PostgresNode node = Layout.of(config, ports).initialPrimary();
        Service server = Service.of(node.name(), IMAGE)
                .mount(file("postgresql.conf", config))
                .mount(file("pg_hba.conf", config))
                .mount(file("roles.sql", config))
                .mount(new Mount.Volume("pg1", "/var/lib/postgresql"))
                .publish(node.port())
                .capabilities("SETUID", "SETGID")
                // The last checkpoint writes everything that is still only in memory.
                .stopGrace(Duration.ofSeconds(30));
        Endpoint endpoint = Endpoint.of("postgres", node.name(), node.port(), "postgresql")
                .login(config.user(), Layout.PASSWORD)
                .path("/" + config.database());
        return new Blueprint(
                List.of(new ImageSpec(IMAGE, PostgresComponent.class, List.of("Dockerfile", "start-postgres"))),
                List.of(server),
                List.of(endpoint),
                List.of(Layout.PASSWORD, Layout.SUPERUSER_PASSWORD));
    }

    @Override
    public Driver driver(PostgresConfig config, Ports ports, Access access) {
        Servers servers = new Servers(config, Layout.of(config, ports), access);
        return config.underPgpool() ? new PgpoolDriver(servers) : new StandaloneDriver(servers);
    }

    private static Mount file(String name, PostgresConfig config) {
        return new Mount.Config(
                new ConfigFile(name, PostgresComponent.class, name + ".ftl", Map.of("config", config)),
                "/etc/hcdc/" + name);
    }
}
