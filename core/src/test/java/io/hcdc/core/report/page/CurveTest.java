package io.hcdc.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.history.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void ofNoWritesIsEmpty() {
        assertThat(Curve.of(List.of(), 0, 100).at()).isEmpty();
    }

    @Test
    void aPointStandsForAllThatWasDueThen() {
        List<Entry.Write> writes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long due = i * 1_000_000L;
            Kind outcome = i >= 500 && i < 510 ? Kind.FAIL : i == 999 ? Kind.INDETERMINATE : Kind.OK;
            writes.add(new Entry.Write(i, due, due, due + (i % 10 + 1) * 1_000_000L, outcome, "", ""));
        }
        Curve curve = Curve.of(writes, 500_000_000L, 102);
        assertThat(curve.width()).isEqualTo(10);
        assertThat(curve.at()).startsWith(-495.0, -485.0).hasSize(100);
        assertThat(curve.ok()).startsWith(10, 10).endsWith(9);
        assertThat(curve.failed().get(50)).isEqualTo(10);
        assertThat(curve.failed().stream().mapToInt(n -> n).sum()).isEqualTo(10);
        assertThat(curve.indeterminate()).endsWith(1);
        assertThat(curve.min()).containsOnly(1.0);
        assertThat(curve.median()).containsOnly(5.0);
        assertThat(curve.p99()).containsOnly(10.0);
        assertThat(curve.max()).containsOnly(10.0);
    }

    @Test
    void whereNothingWasDueNoLatencyIsDrawn() {
        List<Entry.Write> writes = List.of(
                new Entry.Write(0, 0, 0, 1_000_000, Kind.OK, "", ""),
                new Entry.Write(1, 1_000_000_000L, 0, 1_001_000_000L, Kind.OK, "", ""));
        Curve curve = Curve.of(writes, 0, 60);
        assertThat(curve.width()).isEqualTo(20);
        assertThat(curve.median().get(0)).isEqualTo(1.0);
        assertThat(curve.median().get(10)).isNull();
    }
}
