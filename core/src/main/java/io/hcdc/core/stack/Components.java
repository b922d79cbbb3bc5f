package io.hcdc.core.stack;

import io.hcdc.api.Component;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The components this program knows, by type. */
public final class Components {
    private final Map<String, Component<?>> byType = new TreeMap<>();

    public Components(Collection<Component<?>> components) {
        components.forEach(component -> byType.put(component.type(), component));
    }

    /** Every component found on the class path. */
    public static Components installed() {
        return new Components(ServiceLoader.load(Component.class).stream()
                .<Component<?>>map(ServiceLoader.Provider::get)
                .toList());
    }

    public Set<String> types() {
        return byType.keySet();
    }

    public Optional<Component<?>> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
