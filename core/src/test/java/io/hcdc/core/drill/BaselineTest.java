package io.hcdc.core.drill;

import static io.hcdc.core.drill.Results.good;
import static io.hcdc.core.drill.Results.report;
import static io.hcdc.core.drill.Results.round;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final DrillSpec KILL = DrillSpec.of("rdsmaster", FaultSpec.of(FaultKind.KILL));

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsWhatJsonPrints() {
        Baseline baseline = read(good(1), round(2, 1_700, 2, "", Known.YES), round(3, 1_400, 0, "", Known.YES));
        assertThat(problems).isEmpty();
        assertThat(baseline.outageMs()).contains(1_500.0);
        assertThat(baseline.redundantMs()).contains(3_456.0);
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
