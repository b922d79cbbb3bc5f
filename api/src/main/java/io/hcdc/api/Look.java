package io.hcdc.api;

import java.util.List;

/**
 * What one look at a component's servers showed: both parts are from the same answers, so they do not contradict each other.
 *
 * @param readiness whether the component as a whole does its work, by its own protocol; "running" is not "ready"
 * @param states what each node says of itself, in the order of the blueprint's services
 */
public record Look(Readiness readiness, List<NodeState> states) {
    public Look {
        states = List.copyOf(states);
    }
}
