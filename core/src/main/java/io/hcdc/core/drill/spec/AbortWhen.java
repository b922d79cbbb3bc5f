package io.hcdc.core.drill.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hcdc.api.Problem;
import io.hcdc.core.progress.Span;
import io.hcdc.core.spec.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on which a drill gives up early.
 *
 * @param text as it was written, e.g. {@code outage>30s} or {@code errors>50%}
 * @param limit milliseconds, or per cent
 */
public record AbortWhen(@JsonValue String text, What what, double limit) {
    private static final Pattern FORM = Pattern.compile("\\s*([a-z-]+)\\s*>\\s*(\\S+)\\s*");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d+)?)%");
    private static final String EXAMPLES = "for example outage>30s or errors>50%";

    /** What can be known while a drill runs. */
    public enum What {
        /** For how long no {@link io.hcdc.core.drill.load.Streak#STEADY} writes in a row were acknowledged, in milliseconds. */
        OUTAGE,
        /** How much of what ten seconds hold was not acknowledged, in per cent. */
        ERRORS
    }

    /** As a kept drill has it. */
    @JsonCreator
    static AbortWhen kept(String text) {
        return parse(text, "", new ArrayList<>()).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Reads one; what is wrong is a problem at the path. */
    public static Optional<AbortWhen> parse(String text, String path, List<Problem> problems) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            problems.add(Problem.at(path, "'" + text + "' is no condition").hint(EXAMPLES));
            return Optional.empty();
        }
        Optional<AbortWhen> read = switch (form.group(1)) {
            case "outage" -> outage(text, form.group(2));
            case "errors" -> errors(text, form.group(2));
            default -> {
                problems.add(unknown(form.group(1), path));
                yield Optional.empty();
            }
        };
        boolean known = List.of("outage", "errors").contains(form.group(1));
        if (known && read.isEmpty()) {
            problems.add(Problem.at(path, "'" + form.group(2) + "' is no limit of " + form.group(1))
                    .hint(EXAMPLES));
        }
        return read;
    }

    private static Optional<AbortWhen> outage(String text, String limit) {
        return Span.parse(limit)
                .filter(time -> !time.isZero())
                .map((Duration time) -> new AbortWhen(text.strip(), What.OUTAGE, time.toMillis()));
    }

    private static Optional<AbortWhen> errors(String text, String limit) {
        Matcher percent = PERCENT.matcher(limit);
        return percent.matches()
                ? Optional.of(new AbortWhen(text.strip(), What.ERRORS, Double.parseDouble(percent.group(1))))
                : Optional.empty();
    }

    private static Problem unknown(String word, String path) {
        if (word.equals("lost")) {
            return Problem.at(path, "what is lost is known only when the drill is over")
                    .hint("max-lost judges it then");
        }
        return Problem.at(path, "'" + word + "' cannot be asked while a drill runs")
                .hint(Nearest.hint(word, List.of("outage", "errors")));
    }
}
