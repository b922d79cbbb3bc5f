package io.hcdc.cli;

import io.hcdc.api.Access;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.ImageSpec;
import io.hcdc.api.Port;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import io.hcdc.api.Service;
import io.hcdc.core.home.Home;
import io.hcdc.core.render.Renderer;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import io.hcdc.core.trust.Secrets;
import io.hcdc.core.trust.TrustStore;
import io.hcdc.haproxy.HaproxyComponent;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HAProxy runs with when it fronts what several nodes of another component serve. */
class FrontTest {
    @TempDir
    private Path folder;

    @Test
    void spreadsOverEveryNodeThatServesTheEndpoint() throws IOException {
        Path yaml = folder.resolve("pair.yaml");
        Files.writeString(yaml, """
                pair:
                haproxy:
                  demo: false
                  fronts:
                    5433: pair.sql
                    6390: pair.set
                    6391: pair.alone
                    9100: pair.other
                """);
        Components components = new Components(List.of(new Pair(), new HaproxyComponent()));
        Stack stack = new StackResolver(components)
                .resolve(
                        "hcdc",
                        new StackLoader(new Catalogue(), components.types()).load(yaml.toString(), List.of()),
                        "10.77.64.0/24");

        Map<String, String> files = new Renderer()
                .render(
                        stack,
                        new Home(folder),
                        new Secrets(Map.of("haproxy-stats-password", "secret", "pair-password", "the-password")),
                        new TrustStore(Map.of("trust/hipc.pem", "")))
                .files();

        Golden.matches("front/haproxy.cfg", files.get("config/haproxy1/haproxy.cfg"));
    }

    /** Two nodes that serve two endpoints; nothing of it ever runs. */
    private record Pair() implements Component<Pair.Config> {
        public record Config() {}

        @Override
        public String type() {
            return "pair";
        }

        @Override
        public Config defaults() {
            return new Config();
        }

        @Override
        public List<Problem> check(Config config) {
            return List.of();
        }

        @Override
        public Blueprint blueprint(Config config, Ports ports) {
            return new Blueprint(
                    List.of(new ImageSpec("haproxy", HaproxyComponent.class, List.of("Dockerfile"))),
                    List.of(Service.of("p1", "haproxy"), Service.of("p2", "haproxy")),
                    List.of(
                            sql("p1", 5430),
                            sql("p2", 5431),
                            redis("set", "p1"),
                            redis("set", "p2"),
                            redis("alone", "p1"),
                            Endpoint.of("other", "p1", Port.same(9000), "other")),
                    List.of());
        }

        private static Endpoint sql(String node, int port) {
            return Endpoint.of("sql", node, new Port(5432, port), "postgresql")
                    .login("app", "pair-password")
                    .path("/app");
        }

        private static Endpoint redis(String name, String node) {
            return new Endpoint(
                    name,
                    node,
                    Port.same(6379),
                    "redis",
                    Optional.empty(),
                    Optional.of("pair-password"),
                    "",
                    List.of());
        }

        @Override
        public Driver driver(Config config, Ports ports, Access access) {
            throw new UnsupportedOperationException();
        }
    }
}
