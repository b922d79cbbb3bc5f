package io.hcdc.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What a component wants to run, as values; the core turns them into a compose file and into engine calls.
 *
 * @param images what the services run, each with its build context
 * @param services one per node, in the order in which they should be listed
 * @param endpoints what an application connects to
 * @param secrets names of random secrets the component needs; templates read them as {@code secret["redis-password"]}
 * @param virtualAddresses addresses that move among the services' nodes; templates read them as {@code address["haproxy"]}
 */
public record Blueprint(
        List<ImageSpec> images,
        List<Service> services,
        List<Endpoint> endpoints,
        List<String> secrets,
        List<VirtualAddress> virtualAddresses) {
    public Blueprint {
        images = List.copyOf(images);
        services = List.copyOf(services);
        endpoints = List.copyOf(endpoints);
        secrets = List.copyOf(secrets);
        virtualAddresses = List.copyOf(virtualAddresses);
    }

    /** One without addresses that move. */
    public Blueprint(List<ImageSpec> images, List<Service> services, List<Endpoint> endpoints, List<String> secrets) {
        this(images, services, endpoints, secrets, List.of());
    }

    public Blueprint withVirtualAddress(String name, List<String> amongNodes) {
        List<VirtualAddress> more = new ArrayList<>(virtualAddresses);
        more.add(new VirtualAddress(name, amongNodes));
        return new Blueprint(images, services, endpoints, secrets, more);
    }
}
