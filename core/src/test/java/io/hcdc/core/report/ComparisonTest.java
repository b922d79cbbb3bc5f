package io.hcdc.core.report;

import static io.hcdc.core.drill.archive.Results.good;
import static io.hcdc.core.drill.archive.Results.report;
import static io.hcdc.core.drill.archive.Results.round;
import static io.hcdc.core.drill.archive.Results.terrible;
import static io.hcdc.core.drill.archive.Results.unkept;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.KeptDrills;
import io.hcdc.core.drill.archive.Provenance;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.testkit.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final DrillDocument GOOD =
            DrillDocument.of(report(Optional.empty(), 0, good(1)), KeptDrills.provenance());

    @Test
    void ofAChangedSetting() {
        Provenance then = KeptDrills.provenance();
        Provenance now = new Provenance(
                "1.3.0",
                "2026-01-02T00:00:00",
                then.system(),
                then.source(),
                Map.of("redis.down-after-milliseconds", "500"),
                List.of("redis.down-after-milliseconds"),
                then.images(),
                then.nodes());
        DrillDocument quick = DrillDocument.of(
                report(
                        Optional.of("front"),
                        Optional.of(Duration.ofSeconds(2)),
                        0,
                        round(1, 900, 0, "", Known.YES),
                        round(2, 1_100, 2, "", Known.YES)),
                now);
        Golden.matches("drill/comparison.txt", new Comparison(GOOD, quick).text());
    }

    @Test
    void ofWhatIsNotKnown() {
        DrillDocument none = DrillDocument.of(report(Optional.empty(), 0, terrible(1)), Provenance.unknown(""));
        DrillDocument unkept = DrillDocument.of(report(Optional.empty(), 0, unkept(1)), Provenance.unknown(""));
        Golden.matches(
                "drill/comparison-unknown.txt",
                new Comparison(GOOD, none).text() + "\n" + new Comparison(none, unkept).text());
    }

    @Test
    void ofADrillWithItself() {
        assertThat(new Comparison(GOOD, GOOD).text()).endsWith("nothing else differed\n");
    }
}
