package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * What one round's history shows.
 *
 * @param node the node that was broken
 * @param availability absent where the history does not reach from the fault to the settled cluster
 * @param reads absent where nobody read while others wrote
 * @param extent how far the history reaches
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
        @JsonUnwrapped Replicas replicas,
        Optional<Availability> availability,
        Latency latency,
        Optional<Reads> reads,
        Extent extent,
        @JsonUnwrapped Ending ending,
        Known known) {

    /** Whether the history allows a verdict at all. */
    public enum Known {
        /** Everything that is needed was seen. */
        YES,
        /** The history ends before the fault, or before what is told of the settled cluster. */
        CUT,
        /** No write was acknowledged before the fault. */
        NO_WRITES_BEFORE,
        /** Nobody saw the fault take effect. */
        FAULT_UNCONFIRMED,
        /** The settled leader could not be read. */
        NO_FINAL_READ
    }
}
