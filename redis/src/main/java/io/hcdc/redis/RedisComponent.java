package io.hcdc.redis;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Driver;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import java.util.List;

/** Redis, alone or with replicas under Sentinel. */
public final class RedisComponent implements Component<RedisConfig> {

    @Override
    public String type() {
        return "redis";
    }

    @Override
    public RedisConfig defaults() {
        return RedisConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(RedisConfig config) {
        return RedisCheck.of(config);
    }

    @Override
    public Blueprint blueprint(RedisConfig config, Ports ports) {
        return new RedisBlueprint(config, Layout.of(config, ports)).build();
    }

    @Override
    public Driver driver(RedisConfig config, Ports ports, Access access) {
        Nodes nodes = new Nodes(Layout.of(config, ports), access);
        return config.underSentinel() ? new SentinelDriver(config, nodes) : new StandaloneDriver(nodes);
    }
}
