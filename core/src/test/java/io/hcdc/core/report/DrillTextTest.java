package io.hcdc.core.report;

import static io.hcdc.core.drill.archive.Results.cut;
import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.round;
import static io.hcdc.core.drill.archive.Results.terrible;
import static io.hcdc.core.drill.archive.Results.unkept;

import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.testkit.Golden;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillTextTest {
    private final DrillText text = new DrillText();

    @Test
    void goodRound() {
        golden("one-round", report(Optional.empty(), 0, good(1)));
    }

    @Test
    void roundWithoutAnyOutage() {
        golden("no-outage", report(Optional.empty(), 0, round(1, 0, 0, "", Known.YES)));
    }

    @Test
    void severalRoundsAreSummedUp() {
        golden(
                "several-rounds",
                report(
                        Optional.of(Duration.ofSeconds(2)),
                        0,
                        good(1),
                        round(2, 2_500, 0, "", Known.YES),
                        round(3, 1_000, 0, "rds1 does not follow", Known.YES)));
    }

    @Test
    void lossesComeWithAHint() {
        golden("lost", report(Optional.empty(), 0, round(1, 1_500, 3, "", Known.YES)));
    }

    @Test
    void whatLeavesNothingBehindByAPathThatWasAskedFor() {
        golden("unkept", report(Optional.of("front"), Optional.empty(), 0, unkept(1), unkept(2)));
    }

    @Test
    void everythingThatCanGoWrong() {
        golden("terrible", report(Optional.empty(), 0, terrible(1)));
    }

    @Test
    void historyThatBreaksOff() {
        golden("cut", report(Optional.empty(), 0, cut(1)));
    }

    private void golden(String name, DrillReport report) {
        StringBuilder all = new StringBuilder(text.opening("hcdc", report.spec()));
        for (RoundResult round : report.rounds()) {
            all.append(text.round(round));
        }
        Golden.matches(
                "drill/" + name + ".txt", all.append(text.closing(report)).toString());
    }
}
