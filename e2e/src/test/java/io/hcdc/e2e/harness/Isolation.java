package io.hcdc.e2e.harness;

import com.fasterxml.jackson.databind.JsonNode;

/** A node cut from its stack's network, its published ports included, until this is closed; it is back where it was then. */
public final class Isolation implements AutoCloseable {
    private final TestStack stack;
    private final String node;
    private final String address;

    public Isolation(TestStack stack, String node) {
        this.stack = stack;
        this.node = node;
        JsonNode link = Docker.here()
                .inspect(stack.container(node))
                .path("NetworkSettings")
                .path("Networks")
                .path(stack.name());
        this.address = link.path("IPAMConfig").path("IPv4Address").asText();
        Docker.here().run("network", "disconnect", stack.name(), stack.container(node));
    }

    @Override
    public void close() {
        Docker.here().run("network", "connect", "--ip", address, "--alias", node, stack.name(), stack.container(node));
    }
}
