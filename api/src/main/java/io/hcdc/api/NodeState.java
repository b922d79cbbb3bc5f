package io.hcdc.api;

/**
 * What a node says of itself.
 *
 * @param node the node
 * @param role its role now, e.g. {@code master}; {@code unreachable} where it gave no answer
 * @param detail one line more, e.g. replication offset and lag; may be empty
 */
public record NodeState(String node, String role, String detail) {
    public static final String UNREACHABLE = "unreachable";

    public static NodeState unreachable(String node, String why) {
        return new NodeState(node, UNREACHABLE, why);
    }
}
