package io.hcdc.core.drill;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.judge.Leadership;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.Outage;
import io.hcdc.core.drill.judge.Redundancy;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Writes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of rounds, good and bad, for those that read them. */
public final class Results {
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
                new Leadership("rds1", read ? "rds2" : "", 0),
                new Outage(
                        12,
                        outageMs,
                        5,
                        1_700,
                        List.of(
                                new Outage.Stage(Evidence.Stage.DETECTED, 1_020, "sntl1", "+sdown"),
                                new Outage.Stage(Evidence.Stage.PROMOTED, 1_320, "sntl2", "+switch-master")),
                        0),
                new Redundancy(2_000, unredundant.isEmpty() ? 3_456 : -1, unredundant),
                new Writes(900, outageMs == 0 ? 0 : 7, outageMs == 0 ? 0 : 93),
                new Loss(
                        read ? Loss.Ledger.READ : Loss.Ledger.UNREAD,
                        read ? Optional.of(lost) : Optional.empty(),
                        lost == 0 ? "" : "195-" + (194 + lost),
                        0,
                        new TreeMap<>(Map.of("rds1", 0, "rds2", lost, "rds3", 2))),
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
                new Loss(Loss.Ledger.NONE, Optional.empty(), "", 0, Map.of()),
                Known.YES);
    }

    /** The worst of all: nothing was right. */
    public static RoundResult terrible(int number) {
        return new RoundResult(
                number,
                "rds1",
                new Leadership("rds1", "", 1_250),
                new Outage(12, -1, 5, -1, List.of(), 4),
                new Redundancy(2_000, -1, "rds1 does not follow"),
                new Writes(100, 10, 90),
                new Loss(Loss.Ledger.UNREAD, Optional.empty(), "", 3, Map.of()),
                Known.NO_FINAL_READ);
    }

    private static DrillSpec spec(Optional<String> via, Optional<Duration> maxOutage, int maxLost, int rounds) {
        return new DrillSpec(
                "rdsmaster",
                FaultKind.KILL,
                via,
                new WorkloadChoice.Component(),
                200,
                rounds,
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                new DrillSpec.Objectives(maxOutage, maxLost),
                DrillSpec.Aftermath.ERASE_WRITES);
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
