package io.hcdc.core.drill.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import java.util.List;

/**
 * Who held the role.
 *
 * @param before who answered the last acknowledged write before the fault, or the broken node where answers do not say;
 *     empty when nobody did
 * @param after who holds the role on the settled cluster; empty when nobody does
 * @param splitMs for how long two nodes or more claimed the role at once, in milliseconds, from one look to the next
 */
public record Leadership(
        @JsonProperty("leaderBefore") String before,
        @JsonProperty("leaderAfter") String after,
        double splitMs) {

    static Leadership of(Reading history) {
        return new Leadership(before(history), after(history), split(history));
    }

    private static String before(Reading history) {
        return history.writes().stream()
                .filter(write -> write.outcome() == Kind.OK && write.end() < history.fault())
                .reduce((earlier, later) -> later)
                .map(write -> write.node().isEmpty() ? history.round().node() : write.node())
                .orElse("");
    }

    private static String after(Reading history) {
        return history.first(Entry.FinalRead.class)
                .map(Entry.FinalRead::leader)
                .or(() -> history.first(Entry.NothingKept.class).map(Entry.NothingKept::leader))
                .orElse("");
    }

    private static double split(Reading history) {
        List<Entry.Claim> claims = history.all(Entry.Claim.class).toList();
        long split = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).nodes().size() > 1) {
                long end = i + 1 < claims.size() ? claims.get(i + 1).at() : history.end();
                split += end - claims.get(i).at();
            }
        }
        return Reading.millis(split);
    }
}
