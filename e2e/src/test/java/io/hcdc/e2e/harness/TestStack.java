package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A stack of the tests'.
 *
 * @param source a name of the catalogue or a YAML file
 * @param offset added to the well-known ports. At most 23000, which keeps them out of the range from which the kernel
 *     takes the ports of outgoing connections.
 */
public record TestStack(String name, String source, int offset) {
    /** Shared by all tests that leave it as it was. */
    public static final TestStack HA = new TestStack("e2e-ha", "ha", 11_000);

    public Outcome init(String... more) {
        List<String> arguments = new ArrayList<>(List.of("init"));
        arguments.addAll(target());
        arguments.addAll(List.of(more));
        return Hcdc.here().run(arguments.toArray(String[]::new));
    }

    public Running startInit() {
        List<String> arguments = new ArrayList<>(List.of("init"));
        arguments.addAll(target());
        return Hcdc.here().start(arguments.toArray(String[]::new));
    }

    private List<String> target() {
        return List.of(source, "--name", name, "--port-offset", String.valueOf(offset));
    }

    /** Runs a command on the stack. */
    public Outcome run(String... command) {
        return Hcdc.here().run(onThis(command));
    }

    public Running start(String... command) {
        return Hcdc.here().start(onThis(command));
    }

    private String[] onThis(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--name", name));
        return arguments.toArray(String[]::new);
    }

    public void up() {
        init().expect(0);
    }

    public void nuke() {
        run("nuke", "--yes").expect(0);
    }

    public JsonNode status() {
        return run("status", "--output", "json").json();
    }

    /** Where an endpoint is found at an address of its own, which moves from node to node; empty where there is none. */
    public Optional<InetSocketAddress> virtual(String endpoint) {
        for (JsonNode virtual : run("info", "--output", "json").json().path("virtual")) {
            if (virtual.path("name").asText().equals(endpoint)) {
                URI uri = URI.create(virtual.path("fromHost").asText());
                return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
            }
        }
        return Optional.empty();
    }

    public void awaitReady() {
        try {
            await(name + " is ready")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> run("status").expect(0));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + System.lineSeparator() + lastWords(), e);
        }
    }

    /** The end of every container's log. */
    private String lastWords() {
        StringBuilder words = new StringBuilder();
        for (JsonNode node : status().path("nodes")) {
            String container = container(node.path("node").asText());
            Outcome log = Docker.here().outcome("logs", "--timestamps", "--tail", "40", container);
            words.append("--- ").append(container).append(System.lineSeparator());
            words.append(log.out()).append(log.err());
        }
        return words.toString();
    }

    public Path home() {
        return Hcdc.HOMES.resolve(name);
    }

    public String secret(String secret) {
        try {
            return Files.readString(home().resolve("secrets").resolve(secret)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String container(String node) {
        return name + "-" + node;
    }

    /** A data node of Redis: {@code rds1} and so on. */
    public Resp redis(String node) {
        return new Resp(6379 + offset + number(node) - 1, secret("redis-password"));
    }

    /** Redis at its one address, as an application that knows nothing of Sentinel. */
    public Resp redisFront(String password) {
        return new Resp(6390 + offset, password);
    }

    /** The node that a sentinel names as the master, asked as an application asks. */
    public String master() {
        try (Resp sentinel = new Resp(9000 + offset, secret("sentinel-password"))) {
            return sentinel.list("SENTINEL", "GET-MASTER-ADDR-BY-NAME", "rdsmaster")
                    .get(0);
        }
    }

    private static int number(String node) {
        return Integer.parseInt(node.replaceAll("\\D", ""));
    }
}
