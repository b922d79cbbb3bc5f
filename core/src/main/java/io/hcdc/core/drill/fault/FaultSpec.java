package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done to a target, in the user's words.
 *
 * @param amount how much of it, where the kind knows an amount; empty for the kind's default
 * @param cut from whom, where the kind cuts from somebody
 */
public record FaultSpec(FaultKind kind, String amount, Cut cut) {

    /** A kind with all its defaults. */
    public static FaultSpec of(FaultKind kind) {
        return new FaultSpec(kind, "", Cut.DEFAULT);
    }

    /**
     * Reads {@code kill} or {@code loss:30%}.
     *
     * @param path where the text stands, for the problem
     */
    public static Parsed parse(String path, String text) {
        String word = text.split(":", 2)[0].strip();
        Optional<FaultKind> kind = FaultKind.of(word);
        if (kind.isEmpty()) {
            List<String> known =
                    Arrays.stream(FaultKind.values()).map(FaultKind::word).toList();
            return new Parsed(
                    Optional.empty(),
                    List.of(Problem.at(path, "unknown fault '" + word + "'").hint(Nearest.hint(word, known))));
        }
        if (text.contains(":")) {
            return new Parsed(Optional.empty(), List.of(Problem.at(path, word + " takes no amount")));
        }
        return new Parsed(Optional.of(of(kind.get())), List.of());
    }

    /** Either a fault or what is wrong with its text. */
    public record Parsed(Optional<FaultSpec> fault, List<Problem> problems) {

        /** @throws InvalidInputException where it is no fault */
        public FaultSpec orThrow() {
            InvalidInputException.throwIfAny(problems);
            return fault.orElseThrow();
        }
    }

    /** The same with peers. */
    public FaultSpec cutting(Cut newCut) {
        return new FaultSpec(kind, amount, newCut);
    }

    /** As it is typed: {@code kill}, or {@code loss:30%}. */
    public String text() {
        return amount.isEmpty() ? kind.word() : kind.word() + ":" + amount;
    }

    /**
     * From whom a node is cut.
     *
     * @param from nodes, or roles for whoever holds them; empty for every other node of the stack
     */
    public record Cut(List<String> from, Direction direction, Clients clients) {
        public static final Cut DEFAULT = new Cut(List.of(), Direction.BOTH, Clients.KEEP);

        public Cut {
            from = List.copyOf(from);
        }
    }

    /** Which packets are dropped, seen from the target. */
    public enum Direction {
        BOTH,
        IN,
        OUT
    }

    /** Whether those outside of the stack, an application on the host for one, still reach the target. */
    public enum Clients {
        KEEP,
        CUT
    }
}
