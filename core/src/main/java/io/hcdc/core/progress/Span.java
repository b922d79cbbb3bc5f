package io.hcdc.core.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** A length of time as it is told: seconds, or milliseconds where hundredths of a second would say nothing. */
public record Span(double millis) {
    private static final double SECONDS_FROM = 100;
    private static final MathContext DIGITS = new MathContext(3);

    public static Span of(Duration duration) {
        return new Span(duration.toNanos() / 1e6);
    }

    @Override
    public String toString() {
        return millis < SECONDS_FROM
                ? new BigDecimal(millis).round(DIGITS).stripTrailingZeros().toPlainString() + " ms"
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
}
