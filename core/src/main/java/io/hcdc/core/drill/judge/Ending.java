package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.history.Entry;
import java.util.Optional;

/**
 * Whether a round went to its end.
 *
 * @param early why it gave up before; empty when it did not
 * @param because the same for people; empty likewise
 */
public record Ending(
        @JsonProperty("endedEarly") Optional<Entry.EndedEarly.Cause> early,
        @JsonProperty("endedBecause") String because) {
    public static final Ending COMPLETE = new Ending(Optional.empty(), "");

    static Ending of(Reading history) {
        return history.first(Entry.EndedEarly.class)
                .map(entry -> new Ending(Optional.of(entry.cause()), entry.reason()))
                .orElse(COMPLETE);
    }
}
