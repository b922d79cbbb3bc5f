package io.hcdc.cli.command;

import io.hcdc.api.Problem;
import io.hcdc.core.drill.load.Readers;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.drill.spec.WorkloadChoice;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which application suffers a drill, how often it tries, and how long it waits. */
final class WorkloadOptions {
    private static final String COMMAND = "--workload-cmd";
    private static final String HTTP = "--workload-http";
    private static final String SQL = "--workload-sql";
    private static final String REDIS = "--workload-redis";
    private static final String READS = "--reads";

    @Option(
            names = COMMAND,
            paramLabel = "COMMAND",
            description =
                    "Instead of hcdc's own writes: your application. Each run is one attempt, exit code 0 is a success."
                            + " It finds the number in HCDC_PROBE.")
    private String command;

    @Option(
            names = HTTP,
            paramLabel = "URL",
            description = "The same with GET; 2xx and 3xx are a success. $N in the URL is the number.")
    private String url;

    @Option(
            names = SQL,
            paramLabel = "STATEMENT",
            description = "The same with a statement through Pgpool, as the application's user.")
    private String sql;

    @Option(
            names = REDIS,
            paramLabel = "STATEMENT",
            description = "The same with a Redis command, to the master that Sentinel names.")
    private String redis;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Writes, or other attempts, per second. Default: 200; 10 for a command")
    private Integer rate;

    @Option(
            names = READS,
            paramLabel = "N",
            description =
                    "Reads per second beside hcdc's own writes, by the same path: what they were shown, and whether it was"
                            + " stale. 0 for none. Default: 20")
    private Integer reads;

    @Option(
            names = "--write-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one may take before its outcome is indeterminate. Default: 200ms; 1s for a command")
    private Duration timeout;

    private Optional<WorkloadChoice> choice(List<Problem> problems) {
        List<WorkloadChoice> chosen = new ArrayList<>();
        given(COMMAND, command, problems).map(WorkloadChoice.Command::new).ifPresent(chosen::add);
        given(HTTP, url, problems)
                .filter(text -> isUrl(text, problems))
                .map(WorkloadChoice.Http::new)
                .ifPresent(chosen::add);
        given(SQL, sql, problems)
                .map(text -> new WorkloadChoice.Statement("sql", text))
                .ifPresent(chosen::add);
        given(REDIS, redis, problems)
                .map(text -> new WorkloadChoice.Statement("redis", text))
                .ifPresent(chosen::add);
        if (chosen.size() > 1) {
            problems.add(Problem.at("--workload-…", "a drill has one workload, got " + chosen.size())
                    .hint("leave out all but one"));
        }
        return chosen.stream().findFirst();
    }

    /** The drill with this application instead of its own, where one was chosen, and at this rate. */
    DrillSpec on(DrillSpec spec, List<Problem> problems) {
        Optional<WorkloadChoice> chosen = choice(problems);
        int often = rate != null ? rate : chosen.map(WorkloadChoice::rate).orElse(spec.rate());
        Duration longest =
                timeout != null ? timeout : chosen.map(WorkloadChoice::timeout).orElse(spec.timeout());
        RoundOptions.between("--rate", often, 1, 5_000, problems);
        RoundOptions.between("--write-timeout (ms)", longest.toMillis(), 10, 10_000, problems);
        if (reads != null && reads > 0 && chosen.isPresent()) {
            problems.add(Problem.at(READS, "what this workload leaves behind is not known: it cannot be read")
                    .hint("leave it out, or let hcdc write by itself"));
        }
        int shown = reads != null ? reads : spec.reads();
        RoundOptions.between(READS, shown, 0, Readers.MOST, problems);
        return spec.sufferedBy(chosen.orElse(spec.workload())).sending(often, shown, longest);
    }

    private static Optional<String> given(String option, String text, List<Problem> problems) {
        if (text != null && text.isBlank()) {
            problems.add(Problem.at(option, "is empty"));
            return Optional.empty();
        }
        return Optional.ofNullable(text);
    }

    private static boolean isUrl(String text, List<Problem> problems) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return true;
            }
        } catch (URISyntaxException e) {
            // What it looks like instead does not matter.
        }
        problems.add(Problem.at(HTTP, "'" + text + "' is no URL to ask for").hint("e.g. http://127.0.0.1:8080/health"));
        return false;
    }
}
