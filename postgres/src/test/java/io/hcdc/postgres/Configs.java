package io.hcdc.postgres;

import java.util.Map;

/** Configurations that differ from the defaults in some settings. */
final class Configs {
    private static final PostgresConfig DEFAULTS = PostgresConfig.DEFAULTS;

    private Configs() {}

    static PostgresConfig standalone(int port, String database, String user, int maxConnections, String sharedBuffers) {
        return new PostgresConfig(
                Topology.STANDALONE,
                port,
                DEFAULTS.standbyPort(),
                DEFAULTS.standbys(),
                database,
                user,
                maxConnections,
                sharedBuffers,
                DEFAULTS.synchronous(),
                DEFAULTS.fenceMilliseconds(),
                DEFAULTS.walKeepSize(),
                DEFAULTS.pgpools(),
                DEFAULTS.pgpoolPort(),
                DEFAULTS.pcpPort(),
                DEFAULTS.numInitChildren(),
                DEFAULTS.guardTimeoutMilliseconds(),
                DEFAULTS.guardIntervalMilliseconds());
    }

    static PostgresConfig pgpool() {
        return pgpool(Map.of());
    }

    static PostgresConfig pgpool(Map<String, Integer> settings) {
        return pgpool(settings, true, DEFAULTS.walKeepSize());
    }

    static PostgresConfig asynchronous(Map<String, Integer> settings) {
        return pgpool(settings, false, DEFAULTS.walKeepSize());
    }

    static PostgresConfig guarded(int timeoutMilliseconds, int intervalMilliseconds) {
        return pgpool(Map.of(
                "guard-timeout-milliseconds", timeoutMilliseconds,
                "guard-interval-milliseconds", intervalMilliseconds));
    }

    static PostgresConfig keepingWal(String walKeepSize) {
        return pgpool(Map.of(), true, walKeepSize);
    }

    private static PostgresConfig pgpool(Map<String, Integer> settings, boolean synchronous, String walKeepSize) {
        return new PostgresConfig(
                Topology.PGPOOL,
                settings.getOrDefault("port", DEFAULTS.port()),
                settings.getOrDefault("standby-port", DEFAULTS.standbyPort()),
                settings.getOrDefault("standbys", DEFAULTS.standbys()),
                DEFAULTS.database(),
                DEFAULTS.user(),
                settings.getOrDefault("max-connections", DEFAULTS.maxConnections()),
                DEFAULTS.sharedBuffers(),
                synchronous,
                settings.getOrDefault("fence-milliseconds", DEFAULTS.fenceMilliseconds()),
                walKeepSize,
                settings.getOrDefault("pgpools", DEFAULTS.pgpools()),
                settings.getOrDefault("pgpool-port", DEFAULTS.pgpoolPort()),
                settings.getOrDefault("pcp-port", DEFAULTS.pcpPort()),
                settings.getOrDefault("num-init-children", DEFAULTS.numInitChildren()),
                settings.getOrDefault("guard-timeout-milliseconds", DEFAULTS.guardTimeoutMilliseconds()),
                settings.getOrDefault("guard-interval-milliseconds", DEFAULTS.guardIntervalMilliseconds()));
    }
}
