package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

/** A node of an application, which is not the stack's: a container on its network that answers with its own name. */
public final class Backend implements AutoCloseable {
    private final String container;
    private final String name;
    private final TestStack stack;

    private Backend(TestStack stack, String name) {
        this.container = stack.name() + "-backend-" + name;
        this.name = name;
        this.stack = stack;
    }

    /** Started, and answering. */
    public static Backend start(TestStack stack, String name) {
        Backend backend = new Backend(stack, name);
        backend.close();
        String image = Docker.here()
                .inspect(stack.container("haproxy1"))
                .path("Config")
                .path("Image")
                .asText();
        Path config = Artifacts.write("backend-" + name + ".cfg", """
                defaults
                    mode http
                    timeout client 60s
                    timeout http-keep-alive 60s
                frontend node
                    bind :8080
                    http-request return status 200 content-type text/plain string "%s\\n"
                """.formatted(name));
        Docker.here()
                .run(
                        "run",
                        "--detach",
                        "--name=" + backend.container,
                        "--network=" + stack.name(),
                        "--volume=" + config + ":/etc/haproxy/haproxy.cfg:ro",
                        image);
        await(name + " listens")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Docker.here()
                                .outcome("exec", backend.container, "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080")
                                .exit()
                        == 0);
        return backend;
    }

    public String name() {
        return name;
    }

    /** Where the balancer reaches it. */
    public String address() {
        return Docker.here()
                        .inspect(container)
                        .path("NetworkSettings")
                        .path("Networks")
                        .path(stack.name())
                        .path("IPAddress")
                        .asText()
                + ":8080";
    }

    @Override
    public void close() {
        Docker.here().outcome("rm", "--force", container);
    }
}
