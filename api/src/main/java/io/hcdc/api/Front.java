package io.hcdc.api;

/**
 * One stable address for an endpoint of another component, whichever of that component's nodes serve it.
 *
 * @param endpoint what is fronted: {@code component.endpoint}, e.g. {@code postgres.pgpool}
 * @param node the node that offers the address
 * @param port its port there
 * @param setting what the user asked for it by, relative to the component, e.g. {@code fronts.5433}
 */
public record Front(String endpoint, String node, Port port, String setting) {}
