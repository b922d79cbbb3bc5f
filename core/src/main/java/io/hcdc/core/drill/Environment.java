package io.hcdc.core.drill;

import io.hcdc.api.Endpoint;
import io.hcdc.core.stack.Offer;
import io.hcdc.core.stack.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a command of the user's is told of the stack: where its endpoints are from this machine. */
final class Environment {
    private Environment() {}

    /**
     * {@code HCDC_STACK}; for each endpoint, e.g. {@code HCDC_REDIS_SENTINEL}, {@code host:port} of all that serve it,
     * separated by commas; and for each front the same with {@code HCDC_FRONT_}.
     */
    static Map<String, String> of(Stack stack) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("HCDC_STACK", stack.name());
        for (Offer offer : stack.offers().values()) {
            variables.put("HCDC_" + variable(offer.name()), addresses(stack, offer.endpoints()));
        }
        for (Endpoint front : stack.fronts()) {
            variables.put("HCDC_FRONT_" + variable(front.name()), addresses(stack, List.of(front)));
        }
        return variables;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String addresses(Stack stack, List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(endpoint -> stack.hostAddress() + ":" + endpoint.port().host())
                .collect(Collectors.joining(","));
    }
}
