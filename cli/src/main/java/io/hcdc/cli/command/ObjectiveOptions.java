package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.spec.Baseline;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.DrillSpec.Objectives;
import io.hcdc.core.spec.InputFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a drill must show. What is not given stays as the drill has it. */
final class ObjectiveOptions {
    @Option(
            names = "--max-outage",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Fail when an outage is longer, e.g. 2.5s.")
    private Duration maxOutage;

    @Option(
            names = "--max-lost",
            paramLabel = "N",
            description = "Fail when more acknowledged writes are lost. Default: 0, where that can be known")
    private Integer maxLost;

    @Option(
            names = "--max-p99",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Fail when 99 %% of the writes took longer once they were steady again, e.g. 50ms.")
    private Duration maxP99;

    @Option(
            names = "--max-unredundant",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Fail when it takes longer from the fault until the role could lose a node again.")
    private Duration maxUnredundant;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail when this drill is worse than an earlier one: what its --output json printed.")
    private Path baseline;

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            defaultValue = "20%",
            description = "How much longer than the baseline is no worse. Default: ${DEFAULT-VALUE}")
    private String tolerance;

    /** Whether any of them was given. */
    boolean areGiven() {
        return maxOutage != null || maxLost != null || maxP99 != null || maxUnredundant != null || baseline != null;
    }

    /** The drill's own with these on top. Its steps and path are what a baseline is compared with. */
    Objectives on(DrillSpec spec, List<Problem> problems) {
        Objectives own = spec.objectives();
        if (maxLost != null) {
            RoundOptions.between("--max-lost", maxLost, 0, Integer.MAX_VALUE, problems);
        }
        return new Objectives(
                Optional.ofNullable(maxOutage).or(own::maxOutage),
                Optional.ofNullable(maxLost).or(own::maxLost),
                Optional.ofNullable(maxP99).or(own::maxP99),
                Optional.ofNullable(maxUnredundant).or(own::maxUnredundant),
                baseline(spec, problems).or(own::baseline));
    }

    private Optional<Baseline> baseline(DrillSpec spec, List<Problem> problems) {
        if (baseline == null) {
            return Optional.empty();
        }
        double part = tolerance(problems);
        return new InputFile(baseline)
                .text("--baseline", problems)
                .flatMap(json -> Baseline.read(baseline.toString(), json, part, spec, problems));
    }

    private double tolerance(List<Problem> problems) {
        if (tolerance.matches("\\d{1,4}(\\.\\d+)?%")) {
            return Double.parseDouble(tolerance.substring(0, tolerance.length() - 1)) / 100;
        }
        problems.add(Problem.at("--tolerance", "expected a percentage, got '" + tolerance + "'")
                .hint("for example 20%"));
        return 0;
    }
}
