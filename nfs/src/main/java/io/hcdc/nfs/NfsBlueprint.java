package io.hcdc.nfs;

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

/** What runs for a configuration. */
final class NfsBlueprint {
    private static final String IMAGE = "nfs";
    private static final String FILES = "/export";
    private static final String STATE = "/state";
    private static final List<String> TO_SERVE =
            List.of("DAC_READ_SEARCH", "SETGID", "CHOWN", "FOWNER", "DAC_OVERRIDE", "FSETID");

    /** To own the pair's address, and to tell the network so. */
    private static final List<String> TO_MOVE = List.of("NET_ADMIN", "NET_RAW");

    private final NfsConfig config;
    private final Layout layout;

    NfsBlueprint(NfsConfig config, Layout layout) {
        this.config = config;
        this.layout = layout;
    }

    Blueprint build() {
        List<String> files = List.of("Dockerfile", "start.sh", "handles.pl", "standby.pl");
        Blueprint blueprint = new Blueprint(
                List.of(new ImageSpec(IMAGE, NfsComponent.class, files)),
                layout.nodes().stream().map(this::service).toList(),
                layout.nodes().stream().map(NfsBlueprint::endpoint).toList(),
                List.of());
        return config.paired() ? blueprint.withVirtualAddress(Layout.PAIR, layout.names()) : blueprint;
    }

    private Service service(NfsNode node) {
        return config.paired() ? paired(node) : alone(node);
    }

    private Service alone(NfsNode node) {
        return common(node)
                .mount(new Mount.Volume(node.name(), FILES))
                .mount(new Mount.Volume(node.name() + "-state", STATE))
                .capabilities(TO_SERVE.toArray(String[]::new));
    }

    private Service paired(NfsNode node) {
        List<String> capabilities = new ArrayList<>(TO_SERVE);
        capabilities.addAll(TO_MOVE);
        return common(node)
                .mount(new Mount.Config(file("addresses"), "/etc/hcdc/addresses"))
                .mount(new Mount.Volume(Layout.PAIR, FILES))
                .mount(new Mount.Volume(Layout.PAIR + "-state", STATE))
                .capabilities(capabilities.toArray(String[]::new));
    }

    private Service common(NfsNode node) {
        return Service.of(node.name(), IMAGE)
                .command(config.topology().toString())
                .mount(new Mount.Config(file("ganesha.conf"), "/etc/ganesha/ganesha.conf"))
                .publish(node.port())
                .seccomp(file("seccomp.json"))
                .stopGrace(Duration.ofSeconds(5));
    }

    private static Endpoint endpoint(NfsNode node) {
        return Endpoint.of("nfs", node.name(), node.port(), "nfs").path("/");
    }

    private ConfigFile file(String name) {
        return new ConfigFile(
                name, NfsComponent.class, name + ".ftl", Map.of("config", config, "paired", config.paired()));
    }
}
