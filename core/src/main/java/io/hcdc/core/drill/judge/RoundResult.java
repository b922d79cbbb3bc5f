package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What one round's history shows.
 *
 * @param node the node that was broken
 * @param known whether the history allows a verdict at all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoundResult(
        int number,
        String node,
        @JsonUnwrapped Leadership leadership,
        @JsonUnwrapped Outage outage,
        @JsonUnwrapped Redundancy redundancy,
        @JsonUnwrapped Writes writes,
        @JsonUnwrapped Loss loss,
        @JsonUnwrapped Ending ending,
        Known known) {

    /** Whether the history allows a verdict at all. */
    public enum Known {
        /** Everything that is needed was seen. */
        YES,
        /** No write was acknowledged before the fault. */
        NO_WRITES_BEFORE,
        /** Nobody saw the fault take effect. */
        FAULT_UNCONFIRMED,
        /** The settled leader could not be read. */
        NO_FINAL_READ
    }
}
