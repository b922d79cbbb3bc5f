package io.hcdc.core.drill.archive;

import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillReportTest {
    private static final Optional<Duration> ANY = Optional.empty();

    @Test
    void passesWithoutReasons() {
        DrillReport report = report(ANY, 0, good(1), good(2));
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.reasons()).isEmpty();
    }

    @Test
    void outageMayBeAsLongAsWanted() {
        assertThat(report(Optional.of(Duration.ofMillis(1_500)), 0, good(1)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void failsWhenTheOutageIsLonger() {
        DrillReport report = report(Optional.of(Duration.ofMillis(1_499)), 0, good(1));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.reasons()).containsExactly("round 1: outage 1.50 s, at most 1.50 s wanted: 1 ms too long");
    }

    @Test
    void saysWhatWasWantedHoweverShort() {
        DrillReport report = report(Optional.of(Duration.ofMillis(1)), 0, round(1, 83.4, 0, "", Known.YES));
        assertThat(report.reasons()).containsExactly("round 1: outage 83.4 ms, at most 1 ms wanted: 82.4 ms too long");
    }

    @Test
    void namesTheSettingsThatDecideWhatMissedAnObjective() {
        RoundResult lost = round(1, 1_500, 3, "", Known.YES);
        Optional<Duration> shorter = Optional.of(Duration.ofSeconds(1));
        assertThat(report(ANY, 3, lost).hints()).isEmpty();
        assertThat(report(ANY, 2, lost, lost).hints()).containsExactly(Results.BOUNDS);
        assertThat(report(shorter, 3, lost, good(2)).hints()).containsExactly(Results.WAITS);
        assertThat(report(shorter, 2, lost).hints()).containsExactly(Results.WAITS, Results.BOUNDS);
    }

    @Test
    void failsWhenWritesAreSlowAfterwards() {
        DrillReport report = report(ANY, 0, good(1));
        assertThat(report.judgedBy(within(1)).reasons())
                .containsExactly(
                        "round 1: 99 % of the writes after recovery took up to 1.4 ms, at most 1 ms wanted: 0.4 ms"
                                + " too long");
        assertThat(report.judgedBy(within(2)).verdict()).isEqualTo(Verdict.PASS);
    }

    private static DrillSpec.Objectives within(int p99) {
        return new DrillSpec.Objectives(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(p99)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void failsWhenWritesNeverRecovered() {
        DrillReport report = report(ANY, 0, round(1, -1, 0, "", Known.YES));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.reasons()).containsExactly("round 1: writes never recovered");
    }

    @Test
    void failsWhenMoreIsLostThanAccepted() {
        RoundResult lost = round(1, 1_000, 3, "", Known.YES);
        assertThat(report(ANY, 3, lost).verdict()).isEqualTo(Verdict.PASS);
        assertThat(report(ANY, 2, lost).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report(ANY, 2, lost).reasons())
                .containsExactly("round 1: 3 acknowledged writes lost, at most 2 accepted");
    }

    @Test
    void failsWhenRedundancyWasNotRestored() {
        DrillReport report = report(ANY, 0, round(1, 1_000, 0, "rds1 does not follow", Known.YES));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.reasons()).containsExactly("round 1: redundancy was not restored: rds1 does not follow");
    }

    @Test
    void oneUnknownRoundMakesTheDrillUnknown() {
        for (Known known : Known.values()) {
            if (known != Known.YES) {
                DrillReport report = report(ANY, 0, good(1), round(2, 1_000, 5, "", known), good(3));
                assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
                assertThat(report.reasons()).isNotEmpty().allMatch(reason -> reason.startsWith("round 2: "));
            }
        }
    }

    @Test
    void namesEveryReasonOfEveryRound() {
        DrillReport report = report(
                Optional.of(Duration.ofSeconds(1)),
                0,
                round(1, 1_500, 2, "", Known.YES),
                good(2),
                round(3, 0, 0, "", Known.NO_FINAL_READ));
        assertThat(report.reasons())
                .containsExactly(
                        "round 1: outage 1.50 s, at most 1.00 s wanted: 0.50 s too long",
                        "round 1: 2 acknowledged writes lost, at most 0 accepted",
                        "round 2: outage 1.50 s, at most 1.00 s wanted: 0.50 s too long",
                        "round 3: the settled leader could not be read");
    }
}
