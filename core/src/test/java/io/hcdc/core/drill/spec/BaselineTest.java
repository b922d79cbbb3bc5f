package io.hcdc.core.drill.spec;

import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.json.Json;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final DrillSpec KILL = DrillSpec.of("rdsmaster", FaultSpec.of(FaultKind.KILL));

    private static final double P99 =
            good(1).latency().after().orElseThrow().response().p99Ms();

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsWhatJsonPrints() {
        Baseline baseline = read(good(1), round(2, 1_700, 2, "", Known.YES), round(3, 1_400, 0, "", Known.YES));
        assertThat(problems).isEmpty();
        assertThat(baseline.outageMs()).contains(1_500.0);
        assertThat(baseline.redundantMs()).contains(3_456.0);
        assertThat(baseline.p99Ms()).contains(P99);
        assertThat(baseline.lost()).contains(2);
    }

    @Test
    void isNoWorseWithinTheTolerance() {
        Baseline baseline = read(good(1));
        assertThat(baseline.regressions(List.of(round(1, 1_800, 0, "", Known.YES))))
                .isEmpty();
        assertThat(baseline.regressions(List.of(round(1, 100, 0, "", Known.YES))))
                .isEmpty();
    }

    @Test
    void aRegressionFailsTheDrillAndSaysWhichOneByOne() {
        Baseline baseline = read(good(1));
        DrillReport worse = new DrillReport(
                "id",
                "hcdc",
                KILL.judgedBy(new DrillSpec.Objectives(
                        Optional.empty(), Optional.of(9), Optional.empty(), Optional.empty(), Optional.of(baseline))),
                "",
                List.of(round(1, 1_801, 3, "", Known.YES)));
        assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(worse.reasons())
                .containsExactly(
                        "worse than old.json: median outage 1.80 s, the baseline 1.50 s: more than 20% longer",
                        "worse than old.json: lost 3 acknowledged writes, the baseline 0");
    }

    @Test
    void writesThatStaySlowAfterRecoveryAreARegression() {
        Baseline fast = new Baseline(
                "old.json", 0.2, Optional.empty(), Optional.empty(), Optional.of(P99 - 51), Optional.empty());
        assertThat(fast.regressions(List.of(good(1))))
                .containsExactly("median 99th percentile after recovery " + new Span(P99) + ", the baseline "
                        + new Span(P99 - 51) + ": more than 20% longer");
        Baseline slow =
                new Baseline("old.json", 0.2, Optional.empty(), Optional.empty(), Optional.of(P99), Optional.empty());
        assertThat(slow.regressions(List.of(good(1)))).isEmpty();
    }

    @Test
    void whatIsNoReportOrAnotherOneIsRefused() {
        assertThat(Baseline.read("old.json", "[1]", 0.2, KILL, problems)).isEmpty();
        assertThat(Baseline.read("old.json", "no JSON", 0.2, KILL, problems)).isEmpty();
        assertThat(problems)
                .hasSize(2)
                .allMatch(problem -> problem.toString().startsWith("baseline: no report of a drill: old.json"));
        problems.clear();
        Baseline.read(
                "old.json", json(good(1)), 0.2, DrillSpec.of("pgmaster", FaultSpec.of(FaultKind.PAUSE)), problems);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "is of another target: rdsmaster, and not pgmaster",
                        "is of another fault: kill, and not pause");
    }

    private Baseline read(io.hcdc.core.drill.judge.RoundResult... rounds) {
        return Baseline.read("old.json", json(rounds), 0.2, KILL, problems).orElseThrow();
    }

    private static String json(io.hcdc.core.drill.judge.RoundResult... rounds) {
        return new Json().text(Map.of("drill", report(Optional.empty(), 0, rounds)));
    }
}
