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
 * One line of a drill's history. Times are nanoseconds on one monotonic clock since the round began, stamped by hcdc. What
 * makes no sense, such as a write without an outcome, is an {@link IllegalArgumentException}; what may be missing, since
 * older histories lack it, has a default.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Round.class, name = "round"),
    @JsonSubTypes.Type(value = Entry.Write.class, name = "write"),
    @JsonSubTypes.Type(value = Entry.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Entry.Fault.class, name = "fault"),
    @JsonSubTypes.Type(value = Entry.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.Claim.class, name = "claim"),
    @JsonSubTypes.Type(value = Entry.EndedEarly.class, name = "ended-early"),
    @JsonSubTypes.Type(value = Entry.Redundant.class, name = "redundant"),
    @JsonSubTypes.Type(value = Entry.FinalRead.class, name = "final-read"),
    @JsonSubTypes.Type(value = Entry.NothingKept.class, name = "nothing-kept")
})
public sealed interface Entry {
    /** The highest number of a write: more than five hours of 5,000 a second. A set of them takes up to 12.5 MB. */
    int HIGHEST = 99_999_999;

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
     * @param fault the kind of the first thing that is broken
     * @param predictedMs the outage to expect, in milliseconds; -1 when nobody can say
     * @param drill the drill's own name; empty when it was typed
     * @param seed what its random picks were made with, or null
     * @param outageRemedy which setting would make the outage shorter; empty when none does, or nobody can say
     * @param lossRemedy which setting would bound the loss; empty as well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            long predictedMs,
            String drill,
            Long seed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String outageRemedy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String lossRemedy)
            implements Entry {
        public Round {
            require(fault != null && rate > 0, "a round has a fault and a rate");
            started = orEmpty(started);
            stack = orEmpty(stack);
            role = orEmpty(role);
            node = orEmpty(node);
            via = orEmpty(via);
            drill = orEmpty(drill);
            outageRemedy = orEmpty(outageRemedy);
            lossRemedy = orEmpty(lossRemedy);
        }

        /** Of a drill that was typed. */
        public Round(
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
                long predictedMs) {
            this(at, number, started, stack, role, node, via, fault, rate, timeoutMs, predictedMs, "", null, "", "");
        }
    }

    /** @param due when the schedule wanted it; {@code at} is when it was sent, {@code end} when its outcome was known */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Write(int number, long due, long at, long end, Outcome.Kind outcome, String node, String error)
            implements Entry {
        /** What is empty is left out of the file, and comes back as null. */
        public Write {
            require(number >= 0 && number <= HIGHEST && outcome != null, "a write has a number and an outcome");
            node = orEmpty(node);
            error = orEmpty(error);
        }
    }

    /**
     * What a client was shown of the writes, by the path that they take.
     *
     * @param number counts the reads
     * @param due as for a write, as are {@code at} and {@code end}
     * @param client who asked; one client may ask again before it has its answer
     * @param seen the highest number of a write that was shown; -1 for none. Says nothing unless the outcome is OK
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Read(
            int number,
            long due,
            long at,
            long end,
            Outcome.Kind outcome,
            String node,
            String error,
            int client,
            int seen)
            implements Entry {
        public Read {
            require(number >= 0 && outcome != null && seen >= -1, "a read has a number, an outcome and something seen");
            node = orEmpty(node);
            error = orEmpty(error);
        }
    }

    /**
     * Where a fault stands.
     *
     * @param fault what it is, as it is typed; empty in histories of the time when a drill had one
     * @param step which step of the drill it is, from 0
     */
    record Fault(long at, Phase phase, String node, String detail, String fault, int step) implements Entry {
        public Fault {
            require(phase != null, "a fault stands somewhere");
            node = orEmpty(node);
            detail = orEmpty(detail);
            fault = orEmpty(fault);
        }

        /** Of a drill that has but one. */
        public Fault(long at, Phase phase, String node, String detail) {
            this(at, phase, node, detail, "", 0);
        }

        /** In their order. */
        public enum Phase {
            REQUESTED,
            CONFIRMED,
            UNCONFIRMED,
            HEAL_REQUESTED,
            HEALED
        }
    }

    /**
     * What a server said.
     *
     * @param stage the stage of the fail-over it proves, or null
     * @param intervalMs how often it is asked, in milliseconds: it may have been so for that long; 0 where it said it unasked
     */
    record Event(
            long at,
            String source,
            String name,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_NULL) Evidence.Stage stage,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long intervalMs)
            implements Entry {
        public Event {
            source = orEmpty(source);
            name = orEmpty(name);
            detail = orEmpty(detail);
        }

        /** Said unasked. */
        public Event(long at, String source, String name, String detail, Evidence.Stage stage) {
            this(at, source, name, detail, stage, 0);
        }
    }

    /**
     * Who claims the role; written whenever that changes.
     *
     * @param intervalMs how often every node is asked, in milliseconds; 0 in histories that do not say
     */
    record Claim(
            long at,
            List<String> nodes,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long intervalMs) implements Entry {
        public Claim {
            nodes = List.copyOf(nodes);
        }
    }

    /** The drill gave up before its time. @param reason as it is told */
    record EndedEarly(long at, Cause cause, String reason) implements Entry {
        /** Why. */
        public enum Cause {
            /** A condition on which it was to give up. */
            ABORTED,
            /** The longest time that it was to take. */
            OUT_OF_TIME
        }
    }

    /** Whether the role was as redundant as configured again. @param missing what was still missing when the time was over */
    record Redundant(long at, String missing) implements Entry {
        public Redundant {
            missing = orEmpty(missing);
        }
    }

    /**
     * What every node holds on the settled cluster.
     *
     * @param leader the node that holds the role; empty when nobody does
     * @param ranges node → the numbers it holds, e.g. {@code 0-99,101}
     * @param duplicates node → the numbers it holds more than once; without a node nobody can say for it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FinalRead(
            long at,
            @JsonInclude(JsonInclude.Include.ALWAYS) String leader,
            @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, String> ranges,
            Map<String, String> duplicates)
            implements Entry {
        public FinalRead {
            leader = orEmpty(leader);
            duplicates = duplicates == null ? Map.of() : duplicates;
            require(ranges != null, "a final read has found something, or nothing, on some nodes");
            ranges.values().forEach(Ranges::parse);
            duplicates.values().forEach(Ranges::parse);
        }

        /** Where a number can be held once at most, or nobody counted. */
        public FinalRead(long at, String leader, Map<String, String> ranges) {
            this(at, leader, ranges, Map.of());
        }
    }

    /**
     * In place of the final read, where attempts leave nothing behind.
     *
     * @param leader as there
     */
    record NothingKept(long at, String leader) implements Entry {
        public NothingKept {
            leader = orEmpty(leader);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static void require(boolean sense, String what) {
        if (!sense) {
            throw new IllegalArgumentException(what);
        }
    }
}
