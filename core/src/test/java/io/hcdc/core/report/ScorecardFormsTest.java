package io.hcdc.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.report.page.ScorecardPage;
import io.hcdc.testkit.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardFormsTest {
    private static final List<ScoreRow> ROWS = List.of(
            new ScoreRow("rdsmaster", "kill", 3, 2_300, 2_340, 2_380, 0, 4_890, Verdict.PASS, List.of()),
            new ScoreRow(
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
            new ScoreRow("pgpool", "stop", 1, -1, 0, 0, 0, 1_200, Verdict.PASS, List.of()),
            new ScoreRow("haproxy", "pause", 0, -1, -1, -1, -1, -1, Verdict.UNKNOWN, List.of("<b>refused</b>")));

    private final ScorecardForms forms = new ScorecardForms("hcdc", ROWS);

    @Test
    void inEveryForm() {
        Golden.matches("drill/scorecard.txt", forms.text());
        Golden.matches("drill/scorecard.json", forms.json());
        Golden.matches("drill/scorecard.xml", JunitXmlTest.valid(forms.junit()));
    }

    @Test
    void asAPageWorstFirstInItsVerdict() {
        String html = new ScorecardPage().text("hcdc", ROWS);
        assertThat(html)
                .contains("id=\"verdict\">fail<", "4 cells: 2 passed, 1 failed, 1 without a verdict")
                .contains("width:100.000%", "&lt;b&gt;refused&lt;/b&gt;")
                .doesNotContain("<b>refused", "<script", "http://", "https://");
    }

    @Test
    void ofNothing() {
        ScorecardForms none = new ScorecardForms("hcdc", List.of());
        assertThat(none.text()).startsWith("TARGET");
        JunitXmlTest.valid(none.junit());
        assertThat(new ScorecardPage().text("hcdc", List.of())).contains("0 cells");
    }
}
