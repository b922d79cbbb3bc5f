package io.hcdc.redis;

import io.hcdc.redis.RedisConfig.Appendfsync;
import io.hcdc.redis.RedisConfig.Topology;
import java.util.Map;

/** Configurations that differ from the defaults in some whole numbers. */
final class Configs {

    private Configs() {}

    static RedisConfig with(Map<String, Integer> settings) {
        RedisConfig defaults = RedisConfig.DEFAULTS;
        return new RedisConfig(
                Topology.SENTINEL,
                settings.getOrDefault("port", defaults.port()),
                settings.getOrDefault("sentinel-port", defaults.sentinelPort()),
                settings.getOrDefault("replicas", defaults.replicas()),
                settings.getOrDefault("sentinels", defaults.sentinels()),
                settings.getOrDefault("quorum", defaults.quorum()),
                settings.getOrDefault("down-after-milliseconds", defaults.downAfterMilliseconds()),
                settings.getOrDefault("ping-period-milliseconds", defaults.pingPeriodMilliseconds()),
                settings.getOrDefault("failover-timeout", defaults.failoverTimeout()),
                settings.getOrDefault("min-replicas-to-write", defaults.minReplicasToWrite()),
                settings.getOrDefault("min-replicas-max-lag", defaults.minReplicasMaxLag()),
                Appendfsync.EVERYSEC);
    }

    static RedisConfig standalone() {
        return new RedisConfig(Topology.STANDALONE, 6379, 9000, 2, 3, 2, 1000, 0, 3000, 1, 2, Appendfsync.EVERYSEC);
    }
}
