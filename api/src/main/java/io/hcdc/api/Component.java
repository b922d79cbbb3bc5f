package io.hcdc.api;

import java.util.List;
import java.util.Optional;

/**
 * One kind of server a stack can contain, e.g. Redis. Implementations are stateless and registered in
 * {@code META-INF/services/io.hcdc.api.Component}.
 *
 * @param <C> the component's configuration: a record whose components are the settings a user may give. A component
 *     named {@code downAfterMilliseconds} is written {@code down-after-milliseconds} in YAML and on the command line.
 */
public interface Component<C extends Record> {

    /** The component's key in a stack's YAML, e.g. {@code redis}: lower case, unique among components. */
    String type();

    /** The configuration of a stack that sets nothing. Its non-null values also document each setting's type. */
    C defaults();

    /** What in this configuration cannot work. Paths are relative to the component. Pure; an empty list when all is well. */
    List<Problem> check(C config);

    /** What should run for this configuration. Pure: equal arguments give equal blueprints. */
    Blueprint blueprint(C config, Ports ports);

    /**
     * Endpoints of other components that this one offers at an address of its own. The core makes sure that they are
     * there; templates find who serves them as {@code endpoint["component.endpoint"]}.
     */
    default List<Front> fronts(C config, Ports ports) {
        return List.of();
    }

    /**
     * The server certificate the user brought, as PEM text with its key, from the setting {@code certificate}; the core
     * checks it and puts it into the trust store. Empty: the stack's own authority signs one.
     */
    default Optional<String> certificate(C config) {
        return Optional.empty();
    }

    /**
     * The names by which clients call what is served with the certificate, beside those of the nodes themselves: one that
     * the user brought must cover them, the stack's own does.
     */
    default List<String> serverNames(C config) {
        return List.of();
    }

    /** A driver for the running servers. Opens no connection yet. */
    Driver driver(C config, Ports ports, Access access);
}
