package io.hcdc.core.report.page;

import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.drill.matrix.Scorecard;
import io.hcdc.core.render.HtmlTemplate;
import java.util.List;
import java.util.Map;

/** Many drills of one stack as one page of HTML that loads nothing, and needs no script. */
public final class ScorecardPage {
    private final HtmlTemplate template = new HtmlTemplate(ScorecardPage.class, Assets.FOLDER + "scorecard.html.ftl");
    private final Assets assets = new Assets();

    public String text(Scorecard card) {
        List<Scorecard.Row> rows = card.rows();
        double longest = rows.stream().mapToDouble(Scorecard.Row::maxMs).max().orElse(0);
        return template.render(Map.of(
                "stack", card.stack(),
                "rows", rows,
                "passed", count(rows, Verdict.PASS),
                "failed", count(rows, Verdict.FAIL),
                "unknown", count(rows, Verdict.UNKNOWN),
                "longest", Math.max(longest, 1),
                "tell", new Tell(),
                "css", assets.text("report.css")));
    }

    private static int count(List<Scorecard.Row> rows, Verdict verdict) {
        return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
