package io.hcdc.api;

import java.util.Optional;

/**
 * The ports that a setting gives to nodes, one after the other.
 *
 * @param path the setting, e.g. {@code sentinel-port}
 * @param first the first node's
 * @param count how many nodes there are, at least 1
 */
public record PortRange(String path, int first, int count) {
    private static final int LAST = 65_535;

    /** What is wrong with it by itself; empty when every node gets a port. */
    public Optional<Problem> problem() {
        if (first < 1 || first > LAST) {
            return Optional.of(new Problem(path, first + " is no port", "1 to " + LAST));
        } else if (last() > LAST) {
            return Optional.of(new Problem(path, this + " ends beyond " + LAST, "each node takes the next port"));
        }
        return Optional.empty();
    }

    public boolean overlaps(PortRange other) {
        return first <= other.last() && other.first <= last();
    }

    private long last() {
        return (long) first + count - 1;
    }

    /** For people: {@code port 5432}, or {@code ports 9000 to 9002}. */
    @Override
    public String toString() {
        return count == 1 ? "port " + first : "ports " + first + " to " + last();
    }
}
