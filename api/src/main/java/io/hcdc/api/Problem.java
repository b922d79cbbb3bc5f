package io.hcdc.api;

import java.util.Objects;

/**
 * Something the user can put right.
 *
 * @param path where it is, as the user wrote it: {@code redis.quorum}, a file, a port; empty when it has no place
 * @param message what is wrong, one line without a full stop
 * @param hint what to do about it, one line; empty when the message says it all
 */
public record Problem(String path, String message, String hint) {
    public Problem {
        Objects.requireNonNull(path);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
    }

    public static Problem at(String path, String message) {
        return new Problem(path, message, "");
    }

    public Problem hint(String newHint) {
        return new Problem(path, message, newHint);
    }

    /** The same problem seen from one level up. */
    public Problem under(String parent) {
        return new Problem(path.isEmpty() ? parent : parent + "." + path, message, hint);
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + message + (hint.isEmpty() ? "" : " (" + hint + ")");
    }
}
