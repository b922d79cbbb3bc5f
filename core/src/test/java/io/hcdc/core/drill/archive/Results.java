package io.hcdc.core.drill.archive;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.judge.Availability;
import io.hcdc.core.drill.judge.Ending;
import io.hcdc.core.drill.judge.Extent;
import io.hcdc.core.drill.judge.Extent.Mark;
import io.hcdc.core.drill.judge.Latency;
import io.hcdc.core.drill.judge.Leadership;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.Outage;
import io.hcdc.core.drill.judge.Percentiles;
import io.hcdc.core.drill.judge.Reads;
import io.hcdc.core.drill.judge.Redundancy;
import io.hcdc.core.drill.judge.Replicas;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Writes;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of rounds, good and bad, for those that read them. */
public final class Results {
    private static final Latency LATENCY = new Latency(part(300, 0.3), part(120, 20), part(480, 0.35));
    private static final Extent WHOLE = new Extent(1_017, Optional.empty(), List.of());

    /** What decides how long an outage is, and how much is lost. */
    public static final String WAITS = "web.patience (900) is how long the others wait";

    public static final String BOUNDS = "web.copies (1) bounds what is lost";

    private Results() {}

    /** An outage of 1.5 s with nothing lost. */
    public static RoundResult good(int number) {
        return round(number, 1_500, 0, "", Known.YES);
    }

    public static RoundResult round(int number, double outageMs, int lost, String unredundant, Known known) {
        boolean read = known != Known.NO_FINAL_READ;
        return new RoundResult(
                number,
                "rds1",
                new Leadership("rds1", read ? "rds2" : "", 0, Optional.empty(), 0, Map.of()),
                new Outage(
                        12,
                        outageMs,
                        5,
                        1_700,
                        List.of(
                                new Outage.Stage(Evidence.Stage.DETECTED, 1_020, "sntl1", "+sdown", 0),
                                new Outage.Stage(Evidence.Stage.PROMOTED, 1_320, "sntl2", "+switch-master", 50)),
                        Optional.of(WAITS),
                        0),
                new Redundancy(2_000, unredundant.isEmpty() ? 3_456 : -1, unredundant),
                new Writes(900, outageMs == 0 ? 0 : 7, outageMs == 0 ? 0 : 93, errors(outageMs)),
                new Loss(
                        read ? Loss.Ledger.READ : Loss.Ledger.UNREAD,
                        read ? Optional.of(lost) : Optional.empty(),
                        lost == 0 ? "" : "195-" + (194 + lost),
                        0,
                        new TreeMap<>(Map.of("rds1", 0, "rds2", lost, "rds3", 2)),
                        Optional.empty(),
                        Optional.of(BOUNDS)),
                new Replicas(read ? Optional.of("198-199") : Optional.empty()),
                availability(outageMs),
                LATENCY,
                Optional.empty(),
                WHOLE,
                Ending.COMPLETE,
                known);
    }

    /** As good as can be said of a workload that leaves nothing behind. */
    public static RoundResult unkept(int number) {
        RoundResult good = good(number);
        return new RoundResult(
                number,
                good.node(),
                good.leadership(),
                good.outage(),
                good.redundancy(),
                good.writes(),
                new Loss(Loss.Ledger.NONE, Optional.empty(), "", 0, Map.of(), Optional.empty(), Optional.empty()),
                new Replicas(Optional.empty()),
                good.availability(),
                good.latency(),
                Optional.empty(),
                WHOLE,
                Ending.COMPLETE,
                Known.YES);
    }

    /** The worst of all: nothing was right. */
    public static RoundResult terrible(int number) {
        return new RoundResult(
                number,
                "rds1",
                new Leadership(
                        "rds1", "", 1_250, Optional.of(300.0), 100, new TreeMap<>(Map.of("rds1", 12, "rds2", 3))),
                new Outage(12, -1, 5, -1, List.of(), Optional.empty(), 4),
                new Redundancy(2_000, -1, "rds1 does not follow"),
                new Writes(100, 10, 90, Map.of("timeout", 90)),
                new Loss(Loss.Ledger.UNREAD, Optional.empty(), "", 3, Map.of(), Optional.of(2), Optional.empty()),
                new Replicas(Optional.of("7-9")),
                Optional.empty(),
                new Latency(LATENCY.before(), Optional.empty(), Optional.empty()),
                Optional.of(new Reads(60, 50, 4, 120.5, 1)),
                WHOLE,
                Ending.COMPLETE,
                Known.NO_FINAL_READ);
    }

    /** The file breaks off in the middle of the outage. */
    public static RoundResult cut(int number) {
        return new RoundResult(
                number,
                "rds1",
                new Leadership("rds1", "", 0, Optional.empty(), 0, Map.of()),
                new Outage(12, -1, 5, 1_700, List.of(), Optional.empty(), 0),
                new Redundancy(-1, -1, "never looked at"),
                new Writes(100, 4, 0, Map.of("connection refused", 4)),
                new Loss(Loss.Ledger.UNREAD, Optional.empty(), "", 0, Map.of(), Optional.empty(), Optional.empty()),
                new Replicas(Optional.empty()),
                Optional.empty(),
                new Latency(LATENCY.before(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new Extent(107, Optional.of(108), List.of(Mark.RETURN, Mark.REDUNDANCY, Mark.FINAL_READ)),
                Ending.COMPLETE,
                Known.CUT);
    }

    private static Map<String, Integer> errors(double outageMs) {
        return outageMs == 0 ? Map.of() : new TreeMap<>(Map.of("connection refused", 7, "timeout", 93));
    }

    private static Optional<Availability> availability(double outageMs) {
        if (outageMs < 0) {
            return Optional.empty();
        }
        return Optional.of(
                outageMs == 0
                        ? new Availability(0, 0, 0, 100, Optional.of(100.0))
                        : new Availability(2, outageMs, outageMs + 20, 56.018, Optional.of(85.531)));
    }

    private static Optional<Latency.Part> part(int writes, double p50) {
        return Optional.of(new Latency.Part(
                writes,
                new Percentiles(p50, p50 * 2, p50 * 4, p50 * 8, p50 * 16),
                new Percentiles(p50 / 2, p50, p50 * 2, p50 * 4, p50 * 8)));
    }

    private static DrillSpec spec(Optional<String> via, Optional<Duration> maxOutage, int maxLost, int rounds) {
        return DrillSpec.of("rdsmaster", FaultSpec.of(FaultKind.KILL))
                .by(via)
                .times(rounds)
                .judgedBy(new DrillSpec.Objectives(
                        maxOutage, Optional.of(maxLost), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** No outage may be longer, and nothing lost. */
    public static DrillSpec.Objectives within(Duration maxOutage) {
        return new DrillSpec.Objectives(
                Optional.of(maxOutage), Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static DrillReport report(Optional<Duration> maxOutage, int maxLost, RoundResult... rounds) {
        return report(Optional.empty(), maxOutage, maxLost, rounds);
    }

    public static DrillReport report(
            Optional<String> via, Optional<Duration> maxOutage, int maxLost, RoundResult... rounds) {
        return new DrillReport(
                "20260101-000000-rdsmaster-kill",
                "hcdc",
                spec(via, maxOutage, maxLost, rounds.length),
                "/nowhere/hcdc/drills/20260101-000000-rdsmaster-kill",
                List.of(rounds));
    }
}
