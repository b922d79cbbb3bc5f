package io.hcdc.core.report.page;

import io.hcdc.core.drill.DrillReport;
import io.hcdc.core.drill.DrillSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command line that runs a drill again. */
final class Command {
    private static final String DEFAULT_STACK = "hcdc";

    private Command() {}

    static String of(DrillReport drill) {
        DrillSpec spec = drill.spec();
        List<String> words = new ArrayList<>(List.of(
                "hcdc failover-test", spec.target(), "--fault", spec.fault().word()));
        spec.via().ifPresent(path -> words.addAll(List.of("--via", path)));
        words.addAll(List.of("--rounds", String.valueOf(spec.rounds()), "--rate", String.valueOf(spec.rate())));
        words.addAll(List.of("--write-timeout", text(spec.timeout())));
        if (!spec.limit().isZero()) {
            words.addAll(List.of("--limit", text(spec.limit())));
        }
        spec.objectives().maxOutage().ifPresent(most -> words.addAll(List.of("--max-outage", text(most))));
        words.addAll(List.of("--max-lost", String.valueOf(spec.objectives().maxLost())));
        if (!drill.stack().equals(DEFAULT_STACK)) {
            words.addAll(List.of("--name", drill.stack()));
        }
        return String.join(" ", words);
    }

    private static String text(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
