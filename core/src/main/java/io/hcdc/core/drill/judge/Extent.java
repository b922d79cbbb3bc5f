package io.hcdc.core.drill.judge;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a history reaches. One that was cut is judged up to there.
 *
 * @param lines how many lines were read
 * @param cutAtLine the number, from 1, of the line that could not be read, behind which nothing was; absent when all could
 * @param missing what a whole history has and this one does not reach, in the order in which it would come
 */
public record Extent(int lines, Optional<Integer> cutAtLine, List<Mark> missing) {

    /** What a round comes by on its way. */
    public enum Mark {
        FAULT("the fault"),
        RETURN("the node's return"),
        REDUNDANCY("the wait for redundancy"),
        FINAL_READ("the final read");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    static Extent of(Reading history) {
        List<Mark> missing = new ArrayList<>();
        if (!history.broken()) {
            missing.add(Mark.FAULT);
        }
        if (history.phase(Phase.HEALED).isEmpty()) {
            missing.add(Mark.RETURN);
        }
        if (!history.has(Entry.Redundant.class)) {
            missing.add(Mark.REDUNDANCY);
        }
        if (!history.concluded()) {
            missing.add(Mark.FINAL_READ);
        }
        return new Extent(
                history.lines(),
                history.cut().isPresent() ? Optional.of(history.cut().getAsInt()) : Optional.empty(),
                List.copyOf(missing));
    }

    /** Whether a verdict can be had: the fault came, and what is told of the settled cluster. */
    boolean suffices() {
        return !missing.contains(Mark.FAULT) && !missing.contains(Mark.FINAL_READ);
    }

    /** In one line, for people; empty where the history is whole. */
    public Optional<String> shortfall() {
        if (cutAtLine.isEmpty() && suffices()) {
            return Optional.empty();
        }
        String where = cutAtLine
                .map(line -> "line " + line + " cannot be read, judged up to there")
                .orElse("the history ends after line " + lines);
        String without = String.join(", ", missing.stream().map(Mark::words).toList());
        return Optional.of(missing.isEmpty() ? where : where + "; without " + without);
    }
}
