package io.hcdc.core.fake;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A component of nothing: its nodes are the type's first letter with a number, each after the first, and it has a
 * setting of every kind. A loud one has a virtual address of its type's name.
 */
public record FakeComponent(String type, int defaultPort, Supplier<Driver> drivers)
        implements Component<FakeComponent.Config> {

    /** Kinds of being. */
    public enum Mode {
        CALM,
        WILD
    }

    /** A record in a list. */
    public record Peer(String name, int port) {}

    /** One setting of every kind. */
    public record Config(
            int port,
            int nodes,
            Mode mode,
            boolean loud,
            String greeting,
            List<Peer> peerNodes,
            Map<String, String> labels,
            Map<String, String> fronts,
            String certificate) {}

    public static FakeComponent of(String type, int port) {
        return new FakeComponent(type, port, FakeDriver::new);
    }

    @Override
    public Config defaults() {
        return new Config(defaultPort, 1, Mode.CALM, false, "hello", List.of(), Map.of(), Map.of(), "");
    }

    @Override
    public List<Problem> check(Config config) {
        List<Problem> problems = new ArrayList<>();
        if (config.nodes() < 1) {
            problems.add(Problem.at("nodes", "must be at least 1, got " + config.nodes()));
        }
        return problems;
    }

    @Override
    public Blueprint blueprint(Config config, Ports ports) {
        List<Service> services = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 1; i <= config.nodes(); i++) {
            Port port = Port.same(ports.shifted(config.port() + i - 1));
            services.add(service(type.charAt(0) + String.valueOf(i), port, config));
            endpoints.add(Endpoint.of(type, type.charAt(0) + String.valueOf(i), port, "fake")
                    .login("joe", type + "-password")
                    .path("/data")
                    .together("fake://joe@{hosts}/data", "lib:fake:{hosts}"));
        }
        Blueprint blueprint = new Blueprint(
                List.of(new ImageSpec("fake", FakeComponent.class, List.of("Dockerfile", "start.sh"))),
                services,
                endpoints,
                List.of(type + "-password"));
        return config.loud()
                ? blueprint.withVirtualAddress(
                        type, services.stream().map(Service::node).toList())
                : blueprint;
    }

    /** Port → endpoint, at the first node. */
    @Override
    public List<Front> fronts(Config config, Ports ports) {
        return config.fronts().entrySet().stream()
                .map(front -> new Front(
                        front.getValue(),
                        type.charAt(0) + "1",
                        new Port(Integer.parseInt(front.getKey()), ports.shifted(Integer.parseInt(front.getKey()))),
                        "fronts." + front.getKey()))
                .toList();
    }

    private Service service(String node, Port port, Config config) {
        String first = type.charAt(0) + "1";
        Service service = Service.of(node, "fake")
                .command("serve", config.mode().name())
                .mount(new Mount.Config(
                        new ConfigFile("fake.conf", FakeComponent.class, "fake.conf.ftl", Map.of("config", config)),
                        "/etc/fake.conf"))
                .mount(new Mount.Trust(TrustFile.SERVER, "/etc/fake.pem"))
                .mount(new Mount.Volume(node, "/data"))
                .publish(port)
                .capabilities("SETUID", "DAC_READ_SEARCH");
        return node.equals(first) ? service : service.after(first);
    }

    @Override
    public Optional<String> certificate(Config config) {
        return Optional.of(config.certificate()).filter(text -> !text.isEmpty());
    }

    @Override
    public Driver driver(Config config, Ports ports, Access access) {
        return drivers.get();
    }
}
