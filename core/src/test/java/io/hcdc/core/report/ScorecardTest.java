package io.hcdc.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.json.Json;
import io.hcdc.core.report.page.ScorecardPage;
import io.hcdc.testkit.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final Scorecard CARD = new Scorecard(
            "hcdc",
            List.of(
                    row("rdsmaster", "kill", 3, 2_300, 2_340, 2_380, 0, 4_890, Verdict.PASS, List.of()),
                    row(
                            "rdsmaster",
                            "isolate",
                            1,
                            2_800,
                            3_330,
                            3_330,
                            2,
                            14_510,
                            Verdict.FAIL,
                            List.of("round 1: 2 acknowledged writes lost, at most 0 accepted")),
                    row("pgpool", "stop", 1, -1, 0, 0, 0, 1_200, Verdict.PASS, List.of()),
                    row("haproxy", "pause", 0, -1, -1, -1, -1, -1, Verdict.UNKNOWN, List.of("<b>refused</b>"))));

    private static Scorecard.Row row(
            String target,
            String fault,
            int n,
            double predicted,
            double median,
            double max,
            int lost,
            double redundant,
            Verdict verdict,
            List<String> reasons) {
        boolean missed = predicted > 0 && Math.abs(median - predicted) > predicted / 2;
        return new Scorecard.Row(
                target, fault, "", n, predicted, median, max, missed, lost, redundant, verdict, reasons, "");
    }

    @Test
    void asValuesAndForCiSystems() {
        Golden.matches("drill/scorecard.json", new Json().text(CARD) + "\n");
        Golden.matches("drill/scorecard.xml", JunitXmlTest.valid(new ScorecardJunit().text(CARD)));
    }

    @Test
    void asAPageWorstFirstInItsVerdict() {
        assertThat(new ScorecardPage().text(CARD))
                .contains("id=\"verdict\">fail<", "4 cells: 2 passed, 1 failed, 1 without a verdict")
                .contains("width:100.000%", "&lt;b&gt;refused&lt;/b&gt;")
                .doesNotContain("<b>refused", "<script", "http://", "https://");
    }

    @Test
    void ofNothing() {
        Scorecard none = new Scorecard("hcdc", List.of());
        JunitXmlTest.valid(new ScorecardJunit().text(none));
        assertThat(new ScorecardPage().text(none)).contains("0 cells");
    }
}
