package io.hcdc.postgres;

import io.hcdc.api.PortRange;
import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what cannot work in a configuration. What works but is dangerous is allowed: drills show what it costs. */
final class PostgresCheck {
    /** What needs no quotes anywhere: in SQL, in a shell, in a URI. 63 bytes is the server's own limit. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,5}(kB|MB|GB)");

    private final PostgresConfig config;
    private final List<Problem> problems = new ArrayList<>();

    private PostgresCheck(PostgresConfig config) {
        this.config = config;
    }

    static List<Problem> of(PostgresConfig config) {
        PostgresCheck check = new PostgresCheck(config);
        if (config.underPgpool()) {
            check.counts();
            check.ports();
        } else {
            new PortRange("port", config.port(), 1).problem().ifPresent(check.problems::add);
        }
        check.name("database", config.database(), Set.of("postgres", "template0", "template1", "hcdc_spare"));
        check.name("user", config.user(), Set.of("postgres", Layout.REPLICATION_USER));
        check.connections();
        check.memory("shared-buffers", config.sharedBuffers(), "128MB");
        if (config.underPgpool()) {
            check.memory("wal-keep-size", config.walKeepSize(), "512MB");
            check.timers();
        }
        return List.copyOf(check.problems);
    }

    private void counts() {
        if (config.standbys() < 1) {
            report(
                    "standbys",
                    "must be at least 1, got " + config.standbys(),
                    config.synchronous()
                            ? "a synchronous commit waits for a standby; for a single PostgreSQL set topology: standalone"
                            : "for a single PostgreSQL set topology: standalone");
        } else if (config.standbys() > 8) {
            report("standbys", "at most 8, got " + config.standbys(), "a primary has room for 10 that stream from it");
        }
        if (config.pgpools() < 1) {
            report(
                    "pgpools",
                    "must be at least 1, got " + config.pgpools(),
                    "2 is the least that survives losing one; without any set topology: standalone");
        }
    }

    private void ports() {
        List<PortRange> sound = new ArrayList<>();
        for (PortRange ports : List.of(
                new PortRange("port", config.port(), 1),
                new PortRange("standby-port", config.standbyPort(), Math.max(1, config.standbys())),
                new PortRange("pgpool-port", config.pgpoolPort(), Math.max(1, config.pgpools())),
                new PortRange("pcp-port", config.pcpPort(), Math.max(1, config.pgpools())))) {
            ports.problem().ifPresentOrElse(problems::add, () -> {
                sound.stream()
                        .filter(ports::overlaps)
                        .forEach(other -> report(
                                ports.path(),
                                ports + " overlaps " + other.path() + ", " + other,
                                "each node takes the next port"));
                sound.add(ports);
            });
        }
    }

    private void name(String path, String name, Set<String> taken) {
        if (!IDENTIFIER.matcher(name).matches()) {
            report(
                    path,
                    "'" + name + "' is no plain name",
                    "use up to 63 of a-z, 0-9 and _, not beginning with a digit");
        } else if (taken.contains(name)) {
            report(path, "'" + name + "' is the server's own", "choose another name");
        } else if (path.equals("user") && name.startsWith("pg_")) {
            report(path, "'" + name + "' is the server's own", "names that begin with pg_ are reserved");
        }
    }

    private void connections() {
        // Below five the superuser's reserve leaves an application and this program nothing.
        if (config.maxConnections() < 5 || config.maxConnections() > 10_000) {
            report(
                    "max-connections",
                    config.maxConnections() + " is out of range",
                    "5 to 10000; every connection is a process");
        } else if (config.underPgpool()) {
            sessions();
        }
    }

    private void sessions() {
        if (config.numInitChildren() < 1) {
            report("num-init-children", "must be at least 1, got " + config.numInitChildren(), "16 is usual");
            return;
        }
        long children = (long) config.numInitChildren() * config.pgpools();
        long needed = children + config.reservedConnections();
        if (needed > config.maxConnections()) {
            report(
                    "max-connections",
                    config.maxConnections() + " are too few: " + config.pgpools() + " Pgpools of "
                            + config.numInitChildren() + " sessions and the watches among the nodes take " + needed,
                    "raise it, or lower num-init-children to "
                            + Math.max(
                                    1,
                                    (config.maxConnections() - config.reservedConnections())
                                            / Math.max(1, config.pgpools())));
        }
    }

    private void memory(String path, String value, String usual) {
        if (!MEMORY.matcher(value).matches()) {
            report(path, "'" + value + "' is no amount of memory", "a number with kB, MB or GB, e.g. " + usual);
        }
    }

    private void timers() {
        if (config.fenceMilliseconds() != 0 && config.fenceMilliseconds() < 500) {
            report(
                    "fence-milliseconds",
                    "must be 0 or at least 500, got " + config.fenceMilliseconds(),
                    "the nodes ask each other twice a second; 0 lets a primary alone go on for ever");
        }
        if (config.guardIntervalMilliseconds() < 20) {
            report(
                    "guard-interval-milliseconds",
                    "must be at least 20, got " + config.guardIntervalMilliseconds(),
                    "100 is usual");
        } else if (config.guardTimeoutMilliseconds() < 2 * config.guardIntervalMilliseconds()) {
            report(
                    "guard-timeout-milliseconds",
                    "must be at least twice the interval of " + config.guardIntervalMilliseconds() + ", got "
                            + config.guardTimeoutMilliseconds(),
                    "400 is usual; one late answer is no lost node");
        }
    }

    private void report(String path, String message, String hint) {
        problems.add(new Problem(path, message, hint));
    }
}
