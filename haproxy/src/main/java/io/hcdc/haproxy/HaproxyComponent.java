package io.hcdc.haproxy;

import io.hcdc.api.Access;
import io.hcdc.api.Balancing;
import io.hcdc.api.Blueprint;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.Front;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.api.TrustFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HAProxy that ends TLS and spreads requests over the application's nodes. */
public final class HaproxyComponent implements Balancing<HaproxyConfig> {

    static final String NODE = "haproxy1";
    static final String DEMO_NODE = "demo1";
    static final String STATS_USER = "hcdc";
    static final String STATS_PASSWORD = "haproxy-stats-password";

    private static final String IMAGE = "haproxy";
    private static final String CONFIG = "/etc/haproxy/haproxy.cfg";

    /** Not 443: ports below 1024 would need one more capability, or an engine that grants them to everybody. */
    static final int HTTPS_INSIDE = 8443;

    static final int STATS_INSIDE = 1936;

    @Override
    public String type() {
        return "haproxy";
    }

    @Override
    public HaproxyConfig defaults() {
        return HaproxyConfig.DEFAULTS;
    }

    @Override
    public List<Problem> check(HaproxyConfig config) {
        return new HaproxyCheck(config).problems();
    }

    @Override
    public Blueprint blueprint(HaproxyConfig config, Ports ports) {
        Port https = https(config, ports);
        Port stats = stats(config, ports);
        List<Service> services = new ArrayList<>();
        // One second is the least an engine can wait: then it cuts what has not ended by itself.
        Service balancer = Service.of(NODE, IMAGE)
                .mount(new Mount.Config(balancer(config, ports), CONFIG, Mount.OnChange.RELOAD))
                // KILL: process 1 is root and its workers are not; it could not end the one that a reload replaces.
                .capabilities("SETUID", "SETGID", "KILL")
                .stopGrace(Duration.ofSeconds(1))
                .reload("SIGUSR2")
                .mount(new Mount.Trust(TrustFile.SERVER, "/etc/haproxy/hipc.pem"))
                .publish(https)
                .publish(stats);
        for (Front front : fronts(config, ports)) {
            balancer = balancer.publish(front.port());
        }
        services.add(balancer);
        if (config.demo()) {
            services.add(demo());
        }
        return new Blueprint(
                List.of(new ImageSpec(IMAGE, HaproxyComponent.class, List.of("Dockerfile"))),
                services,
                List.of(
                        Endpoint.of("https", NODE, https, "https").path("/"),
                        Endpoint.of("stats", NODE, stats, "http")
                                .login(STATS_USER, STATS_PASSWORD)
                                .path("/")),
                List.of(STATS_PASSWORD));
    }

    @Override
    public List<Front> fronts(HaproxyConfig config, Ports ports) {
        return config.fronts().entrySet().stream()
                .map(front -> front(front.getKey(), front.getValue(), ports))
                .toList();
    }

    private static Front front(String wellKnown, String endpoint, Ports ports) {
        int inside = Integer.parseInt(wellKnown);
        return new Front(endpoint, NODE, new Port(inside, ports.shifted(inside)), "fronts." + wellKnown);
    }

    @Override
    public Pool pool(HaproxyConfig config) {
        return new Pool(
                config.nodes(),
                config.drained(),
                config.demo() ? "the demo application answers" : "every request is answered 503");
    }

    @Override
    public Optional<String> certificate(HaproxyConfig config) {
        return Optional.ofNullable(config.certificate()).filter(pem -> !pem.isEmpty());
    }

    @Override
    public Driver driver(HaproxyConfig config, Ports ports, Access access) {
        return new HaproxyDriver(config, access, https(config, ports), stats(config, ports));
    }

    private static Service demo() {
        ConfigFile config = new ConfigFile("demo.cfg", HaproxyComponent.class, "demo.cfg.ftl", Map.of());
        return Service.of(DEMO_NODE, IMAGE)
                .mount(new Mount.Config(config, CONFIG))
                .capabilities("SETUID", "SETGID", "KILL")
                .stopGrace(Duration.ofSeconds(5));
    }

    private ConfigFile balancer(HaproxyConfig config, Ports ports) {
        return new ConfigFile(
                "haproxy.cfg",
                HaproxyComponent.class,
                "haproxy.cfg.ftl",
                Map.of(
                        "config",
                        config,
                        "demo",
                        config.demoAnswers(),
                        "fronts",
                        fronts(config, ports),
                        "names",
                        config.nodes().values().stream().anyMatch(HaproxyComponent::isName)));
    }

    private static boolean isName(String address) {
        return address.chars().anyMatch(Character::isLetter);
    }

    private static Port https(HaproxyConfig config, Ports ports) {
        return new Port(HTTPS_INSIDE, ports.shifted(config.port()));
    }

    private static Port stats(HaproxyConfig config, Ports ports) {
        return new Port(STATS_INSIDE, ports.shifted(config.statsPort()));
    }
}
