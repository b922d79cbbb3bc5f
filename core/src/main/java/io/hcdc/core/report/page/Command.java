package io.hcdc.core.report.page;

import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.fault.FaultSpec;
import io.hcdc.core.drill.spec.DrillSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command line that runs a drill again. */
final class Command {
    private static final String DEFAULT_STACK = "hcdc";

    private Command() {}

    static String of(DrillReport drill) {
        DrillSpec spec = drill.spec();
        if (!spec.origin().name().isEmpty()) {
            return written(drill);
        }
        DrillSpec.Step step = spec.steps().get(0);
        List<String> words = new ArrayList<>(List.of(
                "hcdc failover-test", spec.target(), "--fault", step.fault().text()));
        step.lasting().ifPresent(time -> words.addAll(List.of("--for", text(time))));
        cut(step.fault().cut(), words);
        spec.via().ifPresent(path -> words.addAll(List.of("--via", path)));
        words.addAll(List.of("--rounds", String.valueOf(spec.rounds()), "--rate", String.valueOf(spec.rate())));
        words.addAll(List.of("--write-timeout", text(spec.timeout())));
        if (!spec.limit().isZero()) {
            words.addAll(List.of("--limit", text(spec.limit())));
        }
        spec.objectives().maxOutage().ifPresent(most -> words.addAll(List.of("--max-outage", text(most))));
        spec.objectives().maxLost().ifPresent(most -> words.addAll(List.of("--max-lost", String.valueOf(most))));
        return on(drill, words);
    }

    /** One that comes from a file. */
    private static String written(DrillReport drill) {
        DrillSpec.Origin origin = drill.spec().origin();
        List<String> words = new ArrayList<>(List.of("hcdc drill run", origin.name()));
        origin.seed().ifPresent(seed -> words.addAll(List.of("--seed", String.valueOf(seed))));
        return on(drill, words);
    }

    private static void cut(FaultSpec.Cut cut, List<String> words) {
        if (!cut.from().isEmpty()) {
            words.addAll(List.of("--from", String.join(",", cut.from())));
        }
        if (cut.direction() != FaultSpec.Direction.BOTH) {
            words.addAll(List.of("--direction", cut.direction().name().toLowerCase(Locale.ROOT)));
        }
        if (cut.clients() != FaultSpec.Clients.KEEP) {
            words.addAll(List.of("--clients", cut.clients().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static String on(DrillReport drill, List<String> words) {
        if (!drill.stack().equals(DEFAULT_STACK)) {
            words.addAll(List.of("--name", drill.stack()));
        }
        return String.join(" ", words);
    }

    private static String text(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
