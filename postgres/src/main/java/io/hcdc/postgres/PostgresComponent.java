package io.hcdc.postgres;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Driver;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import java.util.List;

/** PostgreSQL with a database for an application: one server alone, or a primary with standbys behind Pgpool-II. */
public final class PostgresComponent implements Component<PostgresConfig> {

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
        return PostgresCheck.of(config);
    }

    @Override
    public Blueprint blueprint(PostgresConfig config, Ports ports) {
        return new PostgresBlueprint(config, Layout.of(config, ports)).build();
    }

    @Override
    public Driver driver(PostgresConfig config, Ports ports, Access access) {
        Servers servers = new Servers(config, Layout.of(config, ports), access);
        return config.underPgpool() ? new PgpoolDriver(servers) : new StandaloneDriver(servers);
    }
}
