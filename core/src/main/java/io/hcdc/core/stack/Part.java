package io.hcdc.core.stack;

import io.hcdc.api.Access;
import io.hcdc.api.Balancing;
import io.hcdc.api.Blueprint;
import io.hcdc.api.Component;
import io.hcdc.api.Driver;
import io.hcdc.api.Endpoint;
import io.hcdc.api.Front;
import io.hcdc.api.Ports;
import io.hcdc.api.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component as this stack configures it. */
public record Part<C extends Record>(Component<C> component, C config, Ports ports, Blueprint blueprint) {

    /** Lays the component out. Only for a configuration without problems. */
    public static <C extends Record> Part<C> of(Component<C> component, C config, Ports ports) {
        return new Part<>(component, config, ports, component.blueprint(config, ports));
    }

    public static <C extends Record> List<Problem> check(Component<C> component, C config) {
        return component.check(config).stream()
                .map(problem -> problem.under(component.type()))
                .toList();
    }

    public String type() {
        return component.type();
    }

    /** What applications connect to. */
    public List<Offer> offers() {
        Map<String, List<Endpoint>> byName = new LinkedHashMap<>();
        blueprint
                .endpoints()
                .forEach(endpoint -> byName.computeIfAbsent(endpoint.name(), name -> new ArrayList<>())
                        .add(endpoint));
        return byName.entrySet().stream()
                .map(offer -> new Offer(type() + "." + offer.getKey(), offer.getValue()))
                .toList();
    }

    /** What it fronts for others. */
    public List<Front> fronts() {
        return component.fronts(config, ports);
    }

    public Driver driver(Access access) {
        return component.driver(config, ports, access);
    }

    /** The application's nodes behind it; empty for a component that is no balancer. */
    public Optional<Balancing.Pool> pool() {
        return component instanceof Balancing<C> balancer ? Optional.of(balancer.pool(config)) : Optional.empty();
    }

    /** The certificate the user brought for this component. */
    public Optional<String> certificate() {
        return component.certificate(config);
    }

    /** The names by which clients call what this component serves with a certificate, beside those of its nodes. */
    public List<String> serverNames() {
        return component.serverNames(config);
    }
}
