package io.hcdc.postgres;

import io.hcdc.api.Port;

/**
 * A Pgpool.
 *
 * @param port where applications connect
 * @param pcp where it takes commands
 */
public record PgpoolNode(String name, Port port, Port pcp) {}
