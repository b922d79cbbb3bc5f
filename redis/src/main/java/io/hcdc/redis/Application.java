package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;

/** How an application sends a command to whoever is the master. */
interface Application extends AutoCloseable {

    /** Sends it, once, from any thread, within the application's time limit. Never throws. */
    Answer send(String... command);

    /** Ends its connections. */
    @Override
    void close();

    /**
     * What came back.
     *
     * @param reply in one of the {@link Replies}' shapes; null unless the outcome is OK
     */
    record Answer(Outcome outcome, Object reply) {

        static Answer of(String node, Object reply) {
            return new Answer(Outcome.ok(node), reply);
        }

        static Answer none(Outcome outcome) {
            return new Answer(outcome, null);
        }
    }
}
