package io.hcdc.core.drill.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.api.drill.Outcome;
import java.util.List;
import java.util.Map;

/**
 * One line of a drill's history. Times are nanoseconds on one monotonic clock since the round began, stamped by hcdc.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Round.class, name = "round"),
    @JsonSubTypes.Type(value = Entry.Write.class, name = "write"),
    @JsonSubTypes.Type(value = Entry.Fault.class, name = "fault"),
    @JsonSubTypes.Type(value = Entry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.Claim.class, name = "claim"),
    @JsonSubTypes.Type(value = Entry.Redundant.class, name = "redundant"),
    @JsonSubTypes.Type(value = Entry.FinalRead.class, name = "final-read"),
    @JsonSubTypes.Type(value = Entry.NothingKept.class, name = "nothing-kept")
})
public sealed interface Entry {

    /** Nanoseconds since the round began. */
    long at();

    /**
     * The first line.
     *
     * @param at when {@code started} was read: so every stamp of the round is known on the wall clock, too
     * @param started wall clock, ISO 8601
     * @param role the drilled role
     * @param node who held it, or the named node
     * @param via how the application reached the role; empty in histories that are older than the choice
     * @param predictedMs the outage to expect, in milliseconds; -1 when nobody can say
     */
    record Round(
            long at,
            int number,
            String started,
            String stack,
            String role,
            String node,
            String via,
            FaultKind fault,
            int rate,
            long timeoutMs,
            long predictedMs)
            implements Entry {
        public Round {
            via = via == null ? "" : via;
        }
    }

    /** @param due when the schedule wanted it; {@code at} is when it was sent, {@code end} when its outcome was known */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Write(int number, long due, long at, long end, Outcome.Kind outcome, String node, String error)
            implements Entry {
        /** What is empty is left out of the file, and comes back as null. */
        public Write {
            node = node == null ? "" : node;
            error = error == null ? "" : error;
        }
    }

    /** Where the fault stands. */
    record Fault(long at, Phase phase, String node, String detail) implements Entry {
        /** In their order. */
        public enum Phase {
            REQUESTED,
            CONFIRMED,
            UNCONFIRMED,
            HEAL_REQUESTED,
            HEALED
        }
    }

    /** What a server said by itself. @param stage the stage of the fail-over it proves, or null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(long at, String source, String name, String detail, Evidence.Stage stage) implements Entry {}

    /** Who claims the role; written whenever that changes. */
    record Claim(long at, List<String> nodes) implements Entry {}

    /** Whether the role was as redundant as configured again. @param missing what was still missing when the time was over */
    record Redundant(long at, String missing) implements Entry {}

    /**
     * What every node holds on the settled cluster.
     *
     * @param leader the node that holds the role; empty when nobody does
     * @param ranges node → the numbers it holds, e.g. {@code 0-99,101}
     */
    record FinalRead(long at, String leader, Map<String, String> ranges) implements Entry {}

    /**
     * In place of the final read, where attempts leave nothing behind.
     *
     * @param leader as there
     */
    record NothingKept(long at, String leader) implements Entry {}
}
