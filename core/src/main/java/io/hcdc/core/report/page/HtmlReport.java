package io.hcdc.core.report.page;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.HistoryFile;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.json.Json;
import io.hcdc.core.render.HtmlTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A drill as one page of HTML that loads nothing. What comes from servers and from the command line is data: values are
 * escaped, the charts' numbers are inert JSON, and the page's own policy lets no script run but the two it was made with.
 */
public final class HtmlReport {
    /** Points of all charts together: at about 60 bytes each they keep the page well below 2 MiB. */
    private static final int BUCKETS = 12_000;

    private static final int MOST_BUCKETS_OF_A_ROUND = 800;

    /** More charts nobody looks at; the table of rounds has them all. */
    private static final int MOST_DRAWN = 20;

    private final HtmlTemplate template = new HtmlTemplate(HtmlReport.class, Assets.FOLDER + "report.html.ftl");
    private final Assets assets = new Assets();

    /** @param folder where the histories of that drill are kept */
    public String text(DrillDocument document, DrillFolder folder) {
        Set<Integer> chosen = chosen(document.drill().rounds());
        int buckets = Math.min(MOST_BUCKETS_OF_A_ROUND, BUCKETS / Math.max(1, chosen.size()));
        List<RoundView> drawn = new ArrayList<>();
        for (Path history : folder.histories()) {
            List<Entry> entries = new HistoryFile(history).entries();
            if (!entries.isEmpty()
                    && entries.get(0) instanceof Entry.Round header
                    && chosen.contains(header.number())) {
                document.drill().rounds().stream()
                        .filter(round -> round.number() == header.number())
                        .findFirst()
                        .ifPresent(round -> drawn.add(RoundView.of(round, entries, buckets)));
            }
        }
        return render(document, drawn);
    }

    /** The longest outages, those without an end first of all. */
    private static Set<Integer> chosen(List<RoundResult> rounds) {
        Set<Integer> chosen = new HashSet<>();
        rounds.stream()
                .sorted(Comparator.comparingDouble(
                        (RoundResult round) -> round.outage().ms() < 0
                                ? -Double.MAX_VALUE
                                : -round.outage().ms()))
                .limit(MOST_DRAWN)
                .forEach(round -> chosen.add(round.number()));
        return chosen;
    }

    private String render(DrillDocument document, List<RoundView> drawn) {
        Map<String, Object> model = new HashMap<>();
        model.put("drill", document.drill());
        model.put("verdict", document.verdict().name().toLowerCase(Locale.ROOT));
        model.put("reasons", document.reasons().stream().limit(50).toList());
        model.put("hints", document.hints());
        model.put("answers", Answers.of(document));
        model.put("provenance", document.provenance());
        model.put("drawn", drawn);
        model.put("command", Command.of(document.drill()));
        model.put("tell", new Tell());
        model.put("css", assets.text("uplot/uPlot.min.css") + assets.text("report.css"));
        model.put("scripts", List.of(assets.script("uplot/uPlot.iife.min.js"), assets.script("report.js")));
        model.put(
                "data",
                Assets.inert(new Json().line(drawn.stream().map(ChartData::of).toList())));
        return template.render(model);
    }
}
