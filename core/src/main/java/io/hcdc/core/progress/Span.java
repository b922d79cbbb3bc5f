package io.hcdc.core.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as it is told: seconds, or milliseconds where hundredths of a second would say nothing. */
public record Span(double millis) {
    private static final double SECONDS_FROM = 100;
    private static final MathContext DIGITS = new MathContext(3);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7}(?:\\.\\d+)?)(ms|s|m)");

    public static Span of(Duration duration) {
        return new Span(duration.toNanos() / 1e6);
    }

    /** Reads {@code 500ms}, {@code 2s}, {@code 2.5s} or {@code 1m}; empty for anything else. */
    public static Optional<Duration> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        double unit = switch (written.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            default -> 60_000;
        };
        return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(written.group(1)) * unit)));
    }

    @Override
    public String toString() {
        return millis < SECONDS_FROM
                ? new BigDecimal(millis).round(DIGITS).stripTrailingZeros().toPlainString() + " ms"
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
}
