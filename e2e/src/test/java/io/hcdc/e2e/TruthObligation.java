package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.truth.Comparison;
import io.hcdc.e2e.truth.ObserverProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The numbers are true: another process, with a client and a clock of its own, suffers the same drill and finds the same
 * outage, and whoever reads the servers by himself finds the same writes missing. {@code scripts/bench truth} does it more
 * often.
 */
@OnRealEngine
class TruthObligation {
    private static final int RATE = 200;

    /**
     * Two clients of Sentinel find a new master each in its own time: on a busy machine they were up to 41 ms apart, and
     * mostly less than 5 ms.
     */
    private static final double TOLERANCE_MS = 150;

    @BeforeEach
    void up() {
        HA.up();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause"})
    void somebodyElseMeasuresTheSame(String fault) throws IOException {
        JsonNode report;
        Path seen;
        try (ObserverProcess observer = ObserverProcess.begin(HA, RATE)) {
            report = HA.run("failover-test", "rdsmaster", "--fault", fault, "--keep-writes", "--output", "json")
                    .json()
                    .path("drill");
            seen = observer.end();
        }
        JsonNode round = report.path("rounds").path(0);
        Comparison comparison = Comparison.of(Path.of(report.path("folder").asText(), "round-1.jsonl"), seen);

        assertThat(comparison.hcdcMillis())
                .as("the outage as the history alone gives it is the one that was reported")
                .isCloseTo(round.path("outageMs").asDouble(), offset(1.0));
        assertThat(comparison.observerMillis())
                .as(comparison.toString())
                .isCloseTo(comparison.hcdcMillis(), offset(TOLERANCE_MS));
        assertThat(comparison.lastBefore())
                .as("for the observer, too, it began between request and effect: " + comparison)
                .isBetween(micros(comparison.requested(), -TOLERANCE_MS), micros(comparison.confirmed(), TOLERANCE_MS));
        assertThat(numbers(round.path("lostRanges").asText()))
                .as("lost writes")
                .isEqualTo(Ledger.of(report, HA)
                        .missingOn(round.path("leaderAfter").asText()));
    }

    private static long micros(long moment, double plusMillis) {
        return moment + (long) (plusMillis * 1_000);
    }

    /** @param ranges e.g. {@code 195-207,210} */
    private static Set<Integer> numbers(String ranges) {
        Set<Integer> numbers = new TreeSet<>();
        Arrays.stream(ranges.split(",")).filter(range -> !range.isEmpty()).forEach(range -> {
            String[] ends = range.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(numbers::add);
        });
        return numbers;
    }
}
