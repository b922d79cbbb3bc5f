package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Nearest;
import java.time.Duration;
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
     * Reads {@code kill} or {@code loss:30%}. Where an amount was left out, the result has the kind's default.
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
        String given = text.contains(":") ? text.split(":", 2)[1].strip() : "";
        Amount amount = Amount.of(new FaultSpec(kind.get(), given, Cut.DEFAULT));
        return amount.problem(path)
                .map(problem -> new Parsed(Optional.empty(), List.of(problem)))
                .orElseGet(() ->
                        new Parsed(Optional.of(new FaultSpec(kind.get(), amount.text(), Cut.DEFAULT)), List.of()));
    }

    /** Either a fault or what is wrong with its text. */
    public record Parsed(Optional<FaultSpec> fault, List<Problem> problems) {

        /** @throws InvalidInputException where it is no fault */
        public FaultSpec orThrow() {
            InvalidInputException.throwIfAny(problems);
            return fault.orElseThrow();
        }
    }

    /** Whether it is done by a helper beside the node, which has to be there before and gone afterwards. */
    public boolean usesHelper() {
        return switch (kind) {
            case STOP, KILL, PAUSE, ISOLATE, RESTART, SKEW_CLOCK -> false;
            case PARTITION, KILL_PROCESS, THROTTLE, LOSS, DELAY, FILL_DISK -> true;
        };
    }

    /**
     * How long it stays at least where nobody says so: what breaks no connection shows its effect only in time, and an
     * application that goes on writing meanwhile proves nothing.
     */
    public Duration stays() {
        return switch (kind) {
            case STOP, KILL, PAUSE, ISOLATE, RESTART, KILL_PROCESS -> Duration.ZERO;
            case PARTITION, THROTTLE, LOSS, DELAY, FILL_DISK, SKEW_CLOCK -> Duration.ofSeconds(10);
        };
    }

    /** Whether it cuts the target from somebody, and {@link #cut} says from whom. */
    public boolean cuts() {
        return kind == FaultKind.PARTITION;
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
