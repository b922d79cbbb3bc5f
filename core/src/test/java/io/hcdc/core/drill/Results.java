package io.hcdc.core.drill;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.RoundResult.Known;
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
        return new RoundResult(
                number,
                "rds1",
                "rds1",
                known == Known.NO_FINAL_READ ? "" : "rds2",
                12,
                outageMs,
                5,
                1_700,
                List.of(
                        new RoundResult.Stage(Evidence.Stage.DETECTED, 1_020, "sntl1", "+sdown"),
                        new RoundResult.Stage(Evidence.Stage.PROMOTED, 1_320, "sntl2", "+switch-master")),
                2_000,
                unredundant.isEmpty() ? 3_456 : -1,
                unredundant,
                900,
                outageMs == 0 ? 0 : 7,
                outageMs == 0 ? 0 : 93,
                0,
                known == Known.NO_FINAL_READ ? RoundResult.Ledger.UNREAD : RoundResult.Ledger.READ,
                known == Known.NO_FINAL_READ ? Optional.empty() : Optional.of(lost),
                lost == 0 ? "" : "195-" + (194 + lost),
                0,
                new TreeMap<>(Map.of("rds1", 0, "rds2", lost, "rds3", 2)),
                0,
                known);
    }

    /** As good as can be said of a workload that leaves nothing behind. */
    public static RoundResult unkept(int number) {
        RoundResult good = good(number);
        return new RoundResult(
                number,
                good.node(),
                good.leaderBefore(),
                good.leaderAfter(),
                good.confirmedMs(),
                good.outageMs(),
                good.resolutionMs(),
                good.predictedMs(),
                good.stages(),
                good.healedMs(),
                good.redundantMs(),
                good.unredundantBecause(),
                good.acknowledged(),
                good.failed(),
                good.indeterminate(),
                good.disturbed(),
                RoundResult.Ledger.NONE,
                Optional.empty(),
                "",
                0,
                Map.of(),
                0,
                Known.YES);
    }

    /** The worst of all: nothing was right. */
    public static RoundResult terrible(int number) {
        return new RoundResult(
                number,
                "rds1",
                "rds1",
                "",
                12,
                -1,
                5,
                -1,
                List.of(),
                2_000,
                -1,
                "rds1 does not follow",
                100,
                10,
                90,
                4,
                RoundResult.Ledger.UNREAD,
                Optional.empty(),
                "",
                3,
                Map.of(),
                1_250,
                Known.NO_FINAL_READ);
    }

    private static DrillSpec spec(Optional<String> via, Optional<Duration> maxOutage, int maxLost, int rounds) {
        return new DrillSpec(
                "rdsmaster",
                FaultKind.KILL,
                via,
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
