package io.hcdc.core.drill.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.progress.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a drill does and what it must show: a workload on a role, and steps that break something meanwhile.
 *
 * @param origin where it was written down
 * @param target the role whose application is watched, e.g. {@code rdsmaster}, or a node of it, e.g. {@code rds2}
 * @param steps what is broken when, in the order of their times; at least one
 * @param via how the application reaches the role, e.g. {@code front}; empty for the role's default path
 * @param workload which application suffers it; the component's own in what is older than the choice
 * @param rate writes per second
 * @param reads per second, beside the writes and by the same path; 0 for none. Only what can be read is
 * @param rounds how many times all steps are done, one time after the other
 * @param timeout how long one write may take
 * @param limit how long recovery, and then redundancy, is waited for
 * @param steady how long writes must have been steady before anything is broken
 * @param objectives what makes the drill pass
 * @param bounds what ends it early
 * @param aftermath what becomes of the drill's writes
 */
public record DrillSpec(
        Origin origin,
        String target,
        List<Step> steps,
        Optional<String> via,
        WorkloadChoice workload,
        int rate,
        int reads,
        int rounds,
        Duration timeout,
        Duration limit,
        Duration steady,
        Objectives objectives,
        Bounds bounds,
        Aftermath aftermath) {
    /** Reads per second where nobody says how many: they cost little, and show what an outage costs who only reads. */
    public static final int READS = 20;

    public DrillSpec {
        steps = List.copyOf(steps);
    }

    /** The default shape, with every default: one fault on the target itself, until it has recovered. */
    public static DrillSpec of(String target, FaultSpec fault) {
        WorkloadChoice own = new WorkloadChoice.Component();
        return new DrillSpec(
                Origin.COMMAND_LINE,
                target,
                List.of(new Step(Duration.ZERO, target, fault, Optional.empty())),
                Optional.empty(),
                own,
                own.rate(),
                READS,
                1,
                own.timeout(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Objectives.NONE,
                Bounds.NONE,
                Aftermath.ERASE_WRITES);
    }

    /** The same drill held to other objectives. */
    public DrillSpec judgedBy(Objectives others) {
        return with(parts -> parts.objectives = others);
    }

    /** The same drill within other bounds. */
    public DrillSpec within(Bounds others) {
        return with(parts -> parts.bounds = others);
    }

    /** The same drill by another path. */
    public DrillSpec by(Optional<String> path) {
        return with(parts -> parts.via = path);
    }

    /** The same drill with so many rounds. */
    public DrillSpec times(int number) {
        return with(parts -> parts.rounds = number);
    }

    /** The same drill with another application to suffer it. */
    public DrillSpec sufferedBy(WorkloadChoice other) {
        return with(parts -> parts.workload = other);
    }

    /**
     * The same drill with other writes and reads.
     *
     * @param each how long one may take
     */
    public DrillSpec sending(int writesPerSecond, int readsPerSecond, Duration each) {
        return with(parts -> {
            parts.rate = writesPerSecond;
            parts.reads = readsPerSecond;
            parts.timeout = each;
        });
    }

    /** The same drill with another patience. */
    public DrillSpec waitingFor(Duration longest) {
        return with(parts -> parts.limit = longest);
    }

    private DrillSpec with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** What is done, in a few words: {@code kill}, or {@code pause rdsmaster, kill rdsmaster at 2.00 s}. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String fault() {
        return isPlain()
                ? steps.get(0).fault().text()
                : steps.stream().map(Step::text).collect(Collectors.joining(", "));
    }

    /** The same with what it is done to: {@code kill rdsmaster}. */
    public String deed() {
        return isPlain() ? steps.get(0).text() : fault();
    }

    /** Whether it has the default shape, apart from when the fault is taken back. */
    private boolean isPlain() {
        Step first = steps.get(0);
        return steps.size() == 1 && first.at().isZero() && first.target().equals(target);
    }

    /** What it is called among the drills of a stack: its own name, or target and kinds of fault. */
    public String slug() {
        String kinds = steps.stream()
                .map(step -> step.fault().kind().word())
                .distinct()
                .collect(Collectors.joining("-"));
        return origin.name().isEmpty() ? target + "-" + kinds : origin.name();
    }

    /**
     * One thing that is broken.
     *
     * @param at when, counted from when writes have been steady
     * @param target a node, or a role: whoever holds it when the round begins
     * @param lasting after which time it is taken back; empty for once the last step is done and writes are steady again
     */
    public record Step(Duration at, String target, FaultSpec fault, Optional<Duration> lasting) {

        /** For people. */
        public String text() {
            return fault.text() + " " + target + (at.isZero() ? "" : " at " + Span.of(at))
                    + lasting.map(time -> " for " + Span.of(time)).orElse("");
        }
    }

    /**
     * Where a drill was written down.
     *
     * @param name its name; empty when it was typed
     * @param about why it exists; may be empty
     * @param seed what its random picks were made with; empty when there was nothing to pick
     */
    public record Origin(String name, String about, Optional<Long> seed) {
        public static final Origin COMMAND_LINE = new Origin("", "", Optional.empty());
    }

    /** The writes are erased after the final read, or left for somebody else to look at. */
    public enum Aftermath {
        ERASE_WRITES,
        KEEP_WRITES
    }

    /**
     * What must hold in every round. What is empty may be anything.
     *
     * @param maxOutage the longest acceptable outage
     * @param maxLost how many acknowledged writes may be lost; where it is empty, none, as far as that can be known
     * @param maxP99 the longest acceptable 99th percentile of the writes' response times once writes were steady again
     * @param maxUnredundant the longest acceptable time from the fault until the role is redundant again
     * @param baseline an earlier drill that must not have been better
     */
    public record Objectives(
            Optional<Duration> maxOutage,
            Optional<Integer> maxLost,
            Optional<Duration> maxP99,
            Optional<Duration> maxUnredundant,
            Optional<Baseline> baseline) {
        public static final Objectives NONE = new Objectives(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What ends a drill before its steps do: everything is healed, and judged as far as it went.
     *
     * @param maxDuration of the whole drill
     */
    public record Bounds(List<AbortWhen> abortWhen, Optional<Duration> maxDuration) {
        public static final Bounds NONE = new Bounds(List.of(), Optional.empty());

        public Bounds {
            abortWhen = List.copyOf(abortWhen);
        }
    }

    /** What of a drill can be another in its copy. */
    private static final class Parts {
        private final DrillSpec original;
        private Optional<String> via;
        private WorkloadChoice workload;
        private int rate;
        private int reads;
        private int rounds;
        private Duration timeout;
        private Duration limit;
        private Objectives objectives;
        private Bounds bounds;

        private Parts(DrillSpec original) {
            this.original = original;
            via = original.via;
            workload = original.workload;
            rate = original.rate;
            reads = original.reads;
            rounds = original.rounds;
            timeout = original.timeout;
            limit = original.limit;
            objectives = original.objectives;
            bounds = original.bounds;
        }

        private DrillSpec whole() {
            return new DrillSpec(
                    original.origin,
                    original.target,
                    original.steps,
                    via,
                    workload,
                    rate,
                    reads,
                    rounds,
                    timeout,
                    limit,
                    original.steady,
                    objectives,
                    bounds,
                    original.aftermath);
        }
    }
}
