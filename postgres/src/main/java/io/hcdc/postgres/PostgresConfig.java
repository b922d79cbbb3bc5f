package io.hcdc.postgres;

/**
 * The settings of the {@code postgres} component. Names and units are the server's own.
 *
 * @param port where the server is published on the host, before the stack's offset
 * @param database the application's database
 * @param user the application's user, who owns the database
 * @param maxConnections how many clients at once
 * @param sharedBuffers memory for pages, e.g. {@code 128MB}
 */
public record PostgresConfig(int port, String database, String user, int maxConnections, String sharedBuffers) {

    static final PostgresConfig DEFAULTS = new PostgresConfig(5432, "app", "app", 100, "128MB");
}
