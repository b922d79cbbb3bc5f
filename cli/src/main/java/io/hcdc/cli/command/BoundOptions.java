package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.spec.AbortWhen;
import io.hcdc.core.drill.spec.DrillSpec.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What ends a drill early. */
final class BoundOptions {
    @Option(
            names = "--abort-when",
            paramLabel = "CONDITION",
            split = ",",
            description = "Give up, heal and fail on outage>TIME or errors>PERCENT (of ten seconds), e.g. outage>30s.")
    private List<String> abortWhen = new ArrayList<>();

    @Option(
            names = "--max-duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End the whole drill, healed, after this time.")
    private Duration maxDuration;

    /** The drill's own with these on top. */
    Bounds on(Bounds own, List<Problem> problems) {
        List<AbortWhen> conditions = new ArrayList<>(own.abortWhen());
        abortWhen.forEach(
                text -> AbortWhen.parse(text, "--abort-when", problems).ifPresent(conditions::add));
        return new Bounds(conditions, Optional.ofNullable(maxDuration).or(own::maxDuration));
    }
}
