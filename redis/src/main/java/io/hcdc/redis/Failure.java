package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** What a failed write means: whether it may have been applied all the same, and why it failed, in a few words. */
final class Failure {
    private static final int LONGEST = 80;

    private Failure() {}

    /** Not connected, not logged in: the server never saw the write. */
    static Outcome beforeSending(String node, JedisException error) {
        return Outcome.fail(node, reason(error));
    }

    /** The server refused it (READONLY, NOREPLICAS, LOADING, ...) and did not apply it, or its answer never came. */
    static Outcome afterSending(String node, JedisException error) {
        return refused(error) ? Outcome.fail(node, reason(error)) : Outcome.indeterminate(node, reason(error));
    }

    /** Whether the server answered, with an error: the connection is as good as before. */
    static boolean refused(JedisException error) {
        return error instanceof JedisDataException;
    }

    private static String reason(JedisException error) {
        if (refused(error)) {
            // The server's own code, e.g. READONLY; the sentence after it only explains the code.
            return String.valueOf(error.getMessage()).split(" ", 2)[0];
        }
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }
}
