package io.hcdc.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.DrillFolder;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.archive.KeptDrills;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final Path REAL = Path.of("src/test/resources/drills/20261121-220724-rdsmaster-kill");
    private static final int TWO_MIB = 2 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void aRealDrillVerdictFirst() {
        String html = page(REAL);
        assertThat(html.substring(html.indexOf("<body>")))
                .containsSubsequence(
                        "id=\"verdict\">pass<",
                        "Did it pass?",
                        "<b>yes</b>",
                        "How long could nothing be written?",
                        "<b>2.34 s</b>",
                        "What was lost?",
                        "<b>nothing</b>",
                        "How do we know?",
                        "Round 1: rds1",
                        "first of the writes that are steady again",
                        "Connection refused",
                        "hcdc failover-test rdsmaster --fault kill --rounds 3 --rate 200",
                        "redis.down-after-milliseconds");
    }

    @Test
    void loadsNothing() {
        String html = page(REAL);
        assertThat(html).contains("default-src 'none'").doesNotContain("<link", "<img", "<iframe", "@import", "url(");
        // The library's comment names its home; nothing is asked there.
        assertThat(html.replaceFirst("/\\*! https://github.com/leeoniya/uPlot [^*]*\\*/", ""))
                .doesNotContain("http://", "https://");
    }

    @Test
    void noServerAndNoCommandLineCanWriteMarkup() {
        String evil = "</script><script>alert('x')</script><b onmouseover=\"alert(1)\">&";
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry.Round(0, 1, evil, evil, evil, evil, evil, io.hcdc.api.drill.FaultKind.KILL, 100, 200, 1_500));
        for (int i = 0; i < 300; i++) {
            boolean bad = i > 100 && i < 150;
            entries.add(new Entry.Write(
                    i,
                    i * 10_000_000L,
                    i * 10_000_000L,
                    i * 10_000_000L + 1_000_000,
                    bad ? Kind.FAIL : Kind.OK,
                    evil,
                    bad ? evil : ""));
        }
        entries.add(new Entry.Fault(1_000_000_000L, Phase.REQUESTED, evil, evil));
        entries.add(new Entry.Fault(1_000_000_001L, Phase.CONFIRMED, evil, evil));
        entries.add(new Entry.Event(1_100_000_000L, evil, evil, evil, Stage.DETECTED));
        entries.add(new Entry.Claim(1_100_000_000L, List.of(evil), 100));
        entries.add(new Entry.Redundant(2_900_000_000L, evil));
        String html = page(kept(entries));
        assertThat(html).doesNotContain("<script>alert", "</script><b", "<b onmouseover");
        assertThat(Pattern.compile("</script>").matcher(html).results()).hasSize(3);
    }

    @Test
    void theScriptsAreThoseThatThePagesPolicyKnows() {
        String html = page(REAL);
        Assets assets = new Assets();
        for (String file : List.of("uplot/uPlot.iife.min.js", "report.js")) {
            assertThat(html)
                    .contains("'" + assets.script(file).hash() + "'", "<script>" + assets.text(file) + "</script>");
            assertThat(assets.text(file)).doesNotContain("</script", "<!--");
        }
    }

    @Test
    void aMillionWritesAreAPageOfAtMostTwoMebibytes() {
        Random random = new Random(1);
        List<Entry> entries = new ArrayList<>();
        entries.add(Histories.begin().entries().get(0));
        for (int i = 0; i < 1_000_000; i++) {
            long due = i * 200_000L;
            boolean bad = i > 500_000 && i < 510_000;
            entries.add(new Entry.Write(
                    i,
                    due,
                    due,
                    due + (long) (random.nextDouble() * 300_000_000L),
                    bad ? Kind.INDETERMINATE : Kind.OK,
                    "rds1",
                    bad ? "error " + random.nextInt() : ""));
        }
        entries.add(new Entry.Fault(100_000_000_000L, Phase.REQUESTED, "rds1", ""));
        entries.add(new Entry.Fault(100_000_000_001L, Phase.CONFIRMED, "rds1", ""));
        String html = page(kept(entries));
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(TWO_MIB);
        Matcher data = Pattern.compile("\"ok\":\\[([\\d,]+)]").matcher(html);
        assertThat(data.find()).isTrue();
        int drawn = 0;
        for (String count : data.group(1).split(",")) {
            drawn += Integer.parseInt(count);
        }
        assertThat(drawn).as("no write is left out").isEqualTo(1_000_000 - 9_999);
        assertThat(html).contains("were due within the same 0.50 s");
    }

    @Test
    void aHistoryThatWasCutIsAPageToo() {
        assertThat(page(kept(Histories.begin().entries()))).contains("id=\"verdict\">unknown<");
        assertThat(page(kept(
                        Histories.faultAfterGoodWrites().writes(9, Kind.FAIL).entries())))
                .contains("id=\"verdict\">unknown<")
                .contains("never again");
    }

    private Path kept(List<Entry> entries) {
        Path run = folder.resolve("20260101-000000-leader-kill");
        KeptDrills.write(run.resolve("round-1.jsonl"), entries);
        return run;
    }

    private static String page(Path run) {
        DrillFolder kept = DrillFolder.at(run);
        return new HtmlReport().text(kept.judge(), kept);
    }
}
