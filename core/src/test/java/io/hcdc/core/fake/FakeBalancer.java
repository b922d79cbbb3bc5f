package io.hcdc.core.fake;

import io.hcdc.api.Access;
import io.hcdc.api.Balancing;
import io.hcdc.api.Blueprint;
import io.hcdc.api.ConfigFile;
import io.hcdc.api.Driver;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Look;
import io.hcdc.api.Mount;
import io.hcdc.api.NodeState;
import io.hcdc.api.Pooled;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Readiness;
import io.hcdc.api.Reloadable;
import io.hcdc.api.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A balancer of nothing, {@code w1}: its file is read again on SIGHUP, and its server is a value of the test's. */
public record FakeBalancer(Server server) implements Balancing<FakeBalancer.Config> {

    /** Its settings. */
    public record Config(Map<String, String> nodes, List<String> drained, int port) {}

    /** What runs: the text it has read last, and how often it was asked. */
    public static final class Server {
        private String text = "";
        private int questions;

        public void read(String newText) {
            text = newText;
        }

        public int questions() {
            return questions;
        }
    }

    @Override
    public String type() {
        return "web";
    }

    @Override
    public Config defaults() {
        return new Config(Map.of(), List.of(), 7300);
    }

    @Override
    public List<Problem> check(Config config) {
        return config.nodes().entrySet().stream()
                .filter(node -> !node.getValue().contains(":"))
                .map(node -> Problem.at("nodes." + node.getKey(), "is no address"))
                .toList();
    }

    @Override
    public Blueprint blueprint(Config config, Ports ports) {
        ConfigFile file = new ConfigFile("web.conf", FakeBalancer.class, "web.conf.ftl", Map.of("config", config));
        return new Blueprint(
                List.of(new ImageSpec("fake", FakeComponent.class, List.of("Dockerfile", "start.sh"))),
                List.of(Service.of("w1", "fake")
                        .mount(new Mount.Config(file, "/etc/web.conf", Mount.OnChange.RELOAD))
                        .publish(Port.same(ports.shifted(config.port())))
                        .reload("SIGHUP")),
                List.of(),
                List.of());
    }

    @Override
    public Pool pool(Config config) {
        return new Pool(config.nodes(), config.drained(), "nobody answers");
    }

    @Override
    public Driver driver(Config config, Ports ports, Access access) {
        return new FakeBalancerDriver(server);
    }

    private record FakeBalancerDriver(Server server) implements Driver, Reloadable, Pooled {
        @Override
        public Look look() {
            return new Look(new Readiness.Ready("well"), List.of(new NodeState("w1", "balancer", "")));
        }

        @Override
        public Optional<String> version(String node) {
            server.questions++;
            return server.text
                    .lines()
                    .filter(line -> line.startsWith("version "))
                    .map(line -> line.substring(8))
                    .findFirst();
        }

        @Override
        public List<Member> members() {
            return server.text
                    .lines()
                    .filter(line -> line.startsWith("node "))
                    .map(line -> line.split(" "))
                    .map(words -> new Member(words[1], "w1", words[3], "OK", 2))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
