package io.hcdc.nfs;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Driver;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import java.util.List;

/** An NFSv4 export at {@code /}, by one server or by a pair of which one serves. */
public final class NfsComponent implements Component<NfsConfig> {

    @Override
    public String type() {
        return "nfs";
    }

    @Override
    public NfsConfig defaults() {
        return NfsConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(NfsConfig config) {
        return NfsCheck.of(config);
    }

    @Override
    public Blueprint blueprint(NfsConfig config, Ports ports) {
        return new NfsBlueprint(config, Layout.of(config, ports)).build();
    }

    @Override
    public Driver driver(NfsConfig config, Ports ports, Access access) {
        Servers servers = new Servers(Layout.of(config, ports), access);
        return config.paired() ? new PairDriver(config, servers) : new StandaloneDriver(config, servers);
    }
}
