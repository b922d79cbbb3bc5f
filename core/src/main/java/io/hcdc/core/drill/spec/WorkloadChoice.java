package io.hcdc.core.drill.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Duration;

/** Which application suffers the drill. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkloadChoice.Component.class, name = "component"),
    @JsonSubTypes.Type(value = WorkloadChoice.Command.class, name = "command"),
    @JsonSubTypes.Type(value = WorkloadChoice.Http.class, name = "http"),
    @JsonSubTypes.Type(value = WorkloadChoice.Statement.class, name = "statement")
})
public sealed interface WorkloadChoice {
    /** Attempts per second where nobody says how many. */
    default int rate() {
        return 200;
    }

    /** How long an attempt may take where nobody says how long. */
    default Duration timeout() {
        return Duration.ofMillis(200);
    }

    /** The component's own: numbered, on one of its paths, and read back where it keeps them. */
    @JsonSerialize
    record Component() implements WorkloadChoice {}

    /** @param line a command for the shell, run once for each attempt; a process costs more than a question */
    record Command(String line) implements WorkloadChoice {
        @Override
        public int rate() {
            return 10;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    }

    /** @param url asked for with GET, the number in it where it is wanted */
    record Http(String url) implements WorkloadChoice {}

    /**
     * A statement for servers of the stack.
     *
     * @param language that of an {@link io.hcdc.api.drill.OwnStatement}
     */
    record Statement(String language, String text) implements WorkloadChoice {}
}
