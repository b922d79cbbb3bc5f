package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;

/** How an application sends a command to whoever is the master. */
interface Application extends AutoCloseable {

    /** Sends it, once, from any thread, within the application's time limit. Never throws. */
    Outcome send(String... command);

    /** Ends its connections. */
    @Override
    void close();
}
