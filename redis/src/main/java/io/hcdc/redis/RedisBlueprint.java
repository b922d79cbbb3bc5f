package io.hcdc.redis;

import io.hcdc.api.Blueprint;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs for a configuration. */
final class RedisBlueprint {
    private static final String IMAGE = "redis";
    private static final String CONFIG_FOLDER = "/etc/hcdc/";
    private static final String MEMORY = "/data";

    private final RedisConfig config;
    private final Layout layout;

    RedisBlueprint(RedisConfig config, Layout layout) {
        this.config = config;
        this.layout = layout;
    }

    Blueprint build() {
        List<Service> services = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (RedisNode sentinel : layout.sentinels()) {
            endpoints.add(endpoint("sentinel", sentinel, Layout.SENTINEL_PASSWORD));
        }
        for (RedisNode data : layout.dataNodes()) {
            services.add(service(data, "redis", dataModel(data)));
            endpoints.add(endpoint(Layout.DATA_ENDPOINT, data, Layout.PASSWORD));
        }
        for (RedisNode sentinel : layout.sentinels()) {
            services.add(service(sentinel, "sentinel", sentinelModel(sentinel)));
        }
        return new Blueprint(
                List.of(new ImageSpec(IMAGE, RedisComponent.class, List.of("Dockerfile", "start.sh"))),
                services,
                endpoints,
                config.underSentinel() ? List.of(Layout.PASSWORD, Layout.SENTINEL_PASSWORD) : List.of(Layout.PASSWORD));
    }

    private Service service(RedisNode node, String kind, Map<String, Object> model) {
        return Service.of(node.name(), IMAGE)
                .command(kind)
                .mount(config(kind + ".conf", model))
                .mount(config("peers", peersModel()))
                .mount(new Mount.Volume(node.name(), MEMORY))
                .publish(node.published())
                // To change from root, who alone may read the configuration, to the server's user; nothing else.
                .capabilities("SETUID", "SETGID")
                // A master waits up to 3 s for its replicas (shutdown-timeout); all else takes a fraction of a second.
                .stopGrace(Duration.ofSeconds(6));
    }

    private static Mount config(String name, Map<String, Object> model) {
        return new Mount.Config(new ConfigFile(name, RedisComponent.class, name + ".ftl", model), CONFIG_FOLDER + name);
    }

    private static Endpoint endpoint(String name, RedisNode node, String secret) {
        return new Endpoint(
                name, node.name(), node.published(), "redis", Optional.empty(), Optional.of(secret), "", List.of());
    }

    private Map<String, Object> dataModel(RedisNode node) {
        return Map.of(
                "self", node,
                "initial", layout.initialMaster(),
                "sentinel", config.underSentinel(),
                "config", config,
                "appendfsync", config.appendfsync().toString());
    }

    private Map<String, Object> sentinelModel(RedisNode node) {
        List<Map<String, Object>> others = layout.sentinels().stream()
                .filter(other -> !other.name().equals(node.name()))
                .map(RedisBlueprint::withId)
                .toList();
        return Map.of(
                "self",
                withId(node),
                "set",
                Layout.SET,
                "initial",
                layout.initialMaster(),
                "replicas",
                layout.initialReplicas(),
                "others",
                others,
                "config",
                config);
    }

    private static Map<String, Object> withId(RedisNode sentinel) {
        return Map.of("name", sentinel.name(), "port", sentinel.port(), "id", sentinel.sentinelId());
    }

    private Map<String, Object> peersModel() {
        return Map.of(
                "dataNodes", layout.dataNodes(), "sentinels", layout.sentinels(), "pingPeriod", config.pingPeriod());
    }
}
