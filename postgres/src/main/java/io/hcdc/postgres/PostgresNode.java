package io.hcdc.postgres;

import io.hcdc.api.Port;

/** A PostgreSQL server. Its name is also its {@code application_name} as a standby. */
public record PostgresNode(String name, Port port) {}
