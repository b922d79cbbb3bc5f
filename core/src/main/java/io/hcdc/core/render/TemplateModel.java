package io.hcdc.core.render;

import io.hcdc.api.ConfigFile;
import io.hcdc.api.Endpoint;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Offer;
import io.hcdc.core.stack.Stack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a configuration file's template sees, by name: what its component gives it, and the stack around it. */
final class TemplateModel {
    private final Stack stack;
    private final Map<String, Object> common;

    TemplateModel(Stack stack, Map<String, String> secrets) {
        this.stack = stack;
        Map<String, Object> endpoints = new HashMap<>();
        stack.offers().forEach((name, offer) -> endpoints.put(name, endpoint(offer, secrets)));
        this.common = Map.of(
                "stack", stack.name(),
                "nodes", stack.nodeNames(),
                "address", stack.addresses(),
                "secret", secrets,
                "endpoint", endpoints);
    }

    /** @param version what a file that is only reloaded has to carry; empty for any other */
    Map<String, Object> of(Node node, ConfigFile file, Optional<String> version) {
        Map<String, Object> model = new HashMap<>(file.model());
        model.putAll(common);
        model.put("node", node.name());
        version.ifPresent(text -> model.put("version", text));
        return model;
    }

    private Map<String, Object> endpoint(Offer offer, Map<String, String> secrets) {
        Endpoint common = offer.common();
        return Map.of(
                "scheme", common.scheme(),
                "password", common.secret().map(secrets::get).orElse(""),
                "path", common.path(),
                "servers", offer.endpoints().stream().map(this::server).toList());
    }

    private Map<String, Object> server(Endpoint endpoint) {
        String address = stack.node(endpoint.node()).map(Node::address).orElseThrow();
        return Map.of(
                "node", endpoint.node(),
                "address", address,
                "port", endpoint.port().container());
    }
}
