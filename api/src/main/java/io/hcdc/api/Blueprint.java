package io.hcdc.api;

import java.util.List;

/**
 * What a component wants to run, as values; the core turns them into a compose file and into engine calls.
 *
 * @param images what the services run, each with its build context
 * @param services one per node, in the order in which they should be listed
 * @param endpoints what an application connects to
 * @param secrets names of random secrets the component needs; templates read them as {@code secret["redis-password"]}
 */
public record Blueprint(
        List<ImageSpec> images, List<Service> services, List<Endpoint> endpoints, List<String> secrets) {
    public Blueprint {
        images = List.copyOf(images);
        services = List.copyOf(services);
        endpoints = List.copyOf(endpoints);
        secrets = List.copyOf(secrets);
    }
}
