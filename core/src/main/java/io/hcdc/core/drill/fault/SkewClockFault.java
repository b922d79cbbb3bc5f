package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.Helpers.Answer;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.OperationFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The node's processes tell a time that is off by so much; what they time by a clock that nobody sets goes on as before. Only
 * where the stack gave the node a clock of its own: all containers have one kernel, and its clock is not ours to set. The
 * time is right again within a second of healing, and where the container has ended.
 */
record SkewClockFault(Containers containers, Injection injection) implements Fault {
    private static final Duration MOST_BETWEEN = Duration.ofSeconds(2);

    /**
     * Says why not, where that is known. The library itself is looked for: where an image lacks it the loader only
     * complains, and the time stays right.
     */
    private static final String CAN = "[ -n \"$FAKETIME_TIMESTAMP_FILE\" ] && grep -q libfaketime /proc/self/maps"
            + " || { echo \"$HCDC_NO_CLOCK\"; false; }";

    /** In one move: a process may look at any time. All of the node's users read it. */
    private static final String SET = "umask 022 && echo \"$1\" > \"$FAKETIME_TIMESTAMP_FILE.new\""
            + " && mv \"$FAKETIME_TIMESTAMP_FILE.new\" \"$FAKETIME_TIMESTAMP_FILE\"";

    private static final String RESET = "rm -f \"$FAKETIME_TIMESTAMP_FILE.new\" \"$FAKETIME_TIMESTAMP_FILE\"";

    /**
     * The right time, the node's, and since when that was to change. Whoever told the time before the change looks at the
     * file again in the next second.
     */
    private static final String TELL =
            "LD_PRELOAD= date +%s%3N; date +%s%3N; date -r \"$FAKETIME_TIMESTAMP_FILE\" +%s999";

    @Override
    public void prepare() {
        Answer answer = ask(CAN);
        if (!answer.isYes()) {
            throw new EnvironmentNotReadyException(Problem.at(
                            operation(),
                            "the node tells the machine's time, by which all others go as well; nothing was broken")
                    .hint(
                            answer.said().isEmpty()
                                    ? "'hcdc init --set own-clocks=true' gives every node a clock of its own"
                                    : answer.said()));
        }
    }

    @Override
    public void inject() {
        must(SET, String.format(Locale.ROOT, "%+.3f", amount().toMillis() / 1_000.0));
    }

    @Override
    public boolean inEffect() {
        Answer answer = ask(TELL);
        if (!answer.isYes()) {
            return false;
        }
        long[] told = answer.said().lines().mapToLong(Long::parseLong).toArray();
        long off = told[1] - told[0];
        return told[0] > told[2]
                && Math.abs(off - amount().toMillis()) < tolerance().toMillis();
    }

    @Override
    public void heal() {
        State state = containers.state(injection.place().container());
        if (state == State.RUNNING || state == State.PAUSED) {
            must(RESET);
        }
    }

    private Duration amount() {
        return Amount.of(injection.what()).duration();
    }

    /** The two times are told one after the other, by a machine that may be busy; half of a small amount is no longer it. */
    private Duration tolerance() {
        Duration half = amount().abs().dividedBy(2);
        return half.compareTo(MOST_BETWEEN) < 0 ? half : MOST_BETWEEN;
    }

    private void must(String script, String... arguments) {
        Answer answer = ask(script, arguments);
        if (!answer.isYes()) {
            throw new OperationFailedException(
                    Problem.at(operation(), "the node's clock could not be set"),
                    answer.said().lines().toList());
        }
    }

    private Answer ask(String script, String... arguments) {
        List<String> command = Stream.concat(Stream.of("sh", "-c", script, "clock"), Stream.of(arguments))
                .toList();
        return containers.ask(injection.place().container(), command);
    }

    private String operation() {
        return injection.what().text() + " " + injection.node();
    }
}
