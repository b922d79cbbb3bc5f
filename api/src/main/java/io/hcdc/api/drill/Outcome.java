package io.hcdc.api.drill;

/**
 * What the application learned of one attempt.
 *
 * @param kind acknowledged, refused, or unknown
 * @param node who answered; empty when nobody did
 * @param error the reason in a few words; empty when acknowledged
 */
public record Outcome(Kind kind, String node, String error) {

    /** Three-valued: an attempt whose answer never came may or may not have happened. */
    public enum Kind {
        OK,
        FAIL,
        INDETERMINATE
    }

    public static Outcome ok(String node) {
        return new Outcome(Kind.OK, node, "");
    }

    public static Outcome fail(String node, String error) {
        return new Outcome(Kind.FAIL, node, error);
    }

    public static Outcome indeterminate(String node, String error) {
        return new Outcome(Kind.INDETERMINATE, node, error);
    }
}
