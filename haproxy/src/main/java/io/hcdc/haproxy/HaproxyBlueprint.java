package io.hcdc.haproxy;

import io.hcdc.api.Blueprint;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Endpoint;
import io.hcdc.api.Front;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Mount;
import io.hcdc.api.Service;
import io.hcdc.api.TrustFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs for a configuration. */
final class HaproxyBlueprint {
    private static final String IMAGE = "haproxy";
    private static final String CONFIG = "/etc/haproxy/haproxy.cfg";

    private final HaproxyConfig config;
    private final Layout layout;

    HaproxyBlueprint(HaproxyConfig config, Layout layout) {
        this.config = config;
        this.layout = layout;
    }

    Blueprint build() {
        List<Service> services = new ArrayList<>();
        layout.balancers().forEach(balancer -> services.add(balancer(balancer)));
        layout.demos().forEach(demo -> services.add(server(demo, file("demo.cfg", Map.of()), Mount.OnChange.REPLACE)));
        Blueprint blueprint = new Blueprint(
                List.of(new ImageSpec(
                        IMAGE,
                        HaproxyBlueprint.class,
                        List.of("Dockerfile", "keep-address", "tell-haproxy", "tell-owner"))),
                services,
                endpoints(),
                List.of(Layout.STATS_PASSWORD));
        return layout.isPair()
                ? blueprint.withVirtualAddress(
                        Layout.ADDRESS,
                        layout.balancers().stream().map(Balancer::node).toList())
                : blueprint;
    }

    private Service balancer(Balancer balancer) {
        Service service = server(balancer.node(), configuration(balancer), Mount.OnChange.RELOAD)
                .reload("SIGUSR2")
                // The least an engine can wait: then it cuts what has not ended by itself.
                .stopGrace(Duration.ofSeconds(1))
                .mount(new Mount.Trust(TrustFile.SERVER, "/etc/haproxy/hipc.pem"))
                .publish(balancer.https())
                .publish(balancer.stats());
        for (Front front : layout.frontsAt(balancer)) {
            service = service.publish(front.port());
        }
        return layout.isPair() ? sharing(service, balancer) : service;
    }

    /** With keepalived beside HAProxy: it sets addresses (NET_ADMIN) and speaks VRRP and ARP (NET_RAW). */
    private Service sharing(Service service, Balancer balancer) {
        return service.mount(new Mount.Config(
                        file("keepalived.conf", Map.of("config", config, "peer", peer(balancer))),
                        "/etc/keepalived/keepalived.conf"))
                .capabilities("SETUID", "SETGID", "KILL", "NET_ADMIN", "NET_RAW");
    }

    private ConfigFile configuration(Balancer balancer) {
        return file(
                "haproxy.cfg",
                Map.of(
                        "config",
                        config,
                        "demos",
                        config.demoAnswers() ? layout.demos() : List.of(),
                        "fronts",
                        layout.frontsAt(balancer),
                        "peer",
                        peer(balancer),
                        "names",
                        config.nodes().values().stream().anyMatch(HaproxyBlueprint::isName)));
    }

    /** The other balancer's node; empty where there is none. */
    private String peer(Balancer balancer) {
        return layout.peer(balancer).map(Balancer::node).orElse("");
    }

    private static Service server(String node, ConfigFile config, Mount.OnChange onChange) {
        return Service.of(node, IMAGE)
                .mount(new Mount.Config(config, CONFIG, onChange))
                // KILL: process 1 is root and its workers are not; it could end none of them.
                .capabilities("SETUID", "SETGID", "KILL")
                .stopGrace(Duration.ofSeconds(5));
    }

    private static ConfigFile file(String name, Map<String, Object> model) {
        return new ConfigFile(name, HaproxyBlueprint.class, name + ".ftl", model);
    }

    private static boolean isName(String address) {
        return address.chars().anyMatch(Character::isLetter);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Balancer balancer : layout.balancers()) {
            endpoints.add(Endpoint.of("https", balancer.node(), balancer.https(), "https")
                    .path("/"));
        }
        for (Balancer balancer : layout.balancers()) {
            endpoints.add(Endpoint.of("stats", balancer.node(), balancer.stats(), "http")
                    .login(Layout.STATS_USER, Layout.STATS_PASSWORD)
                    .path("/"));
        }
        return endpoints;
    }
}
