package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.api.drill.FaultKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a fault, as it is typed after the colon. What a kind knows of it:
 *
 * <ul>
 *   <li>{@code loss}: percent of the packets, 0.1% to 100%; by default 30%
 *   <li>{@code throttle}: a rate such as {@code 256kbit}, {@code 10mbit}, {@code 64KiB/s} or {@code 1MiB/s}, from 8kbit to
 *       10gbit; by default 1mbit
 *   <li>{@code delay}: a duration such as {@code 100ms}, up to a minute; by default 100ms
 *   <li>{@code kill-process}: a process's name, required
 *   <li>{@code fill-disk}: percent of the node's data volume, 1% to 100%; by default 100%
 *   <li>{@code skew-clock}: a duration with or without a sign, such as {@code -90s}, of a second at least; by default 1h
 *   <li>all others: none
 * </ul>
 */
record Amount(FaultKind kind, String text) {
    private static final Map<FaultKind, String> DEFAULTS = Map.of(
            FaultKind.LOSS, "30%",
            FaultKind.THROTTLE, "1mbit",
            FaultKind.DELAY, "100ms",
            FaultKind.FILL_DISK, "100%",
            FaultKind.SKEW_CLOCK, "1h");

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)%");
    private static final Pattern RATE =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(bit|kbit|mbit|gbit|b/s|kib/s|mib/s)");
    private static final Pattern DURATION = Pattern.compile("([+-]?\\d{1,7}(?:\\.\\d{1,3})?)(ms|s|m|h)");
    private static final Pattern PROCESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Duration LEAST_SKEW = Duration.ofSeconds(1);
    private static final Duration LONGEST_SKEW = Duration.ofDays(9999);
    private static final long LEAST_RATE = 8_000;
    private static final long MOST_RATE = 10_000_000_000L;

    static Amount of(FaultSpec spec) {
        return new Amount(
                spec.kind(), spec.amount().isEmpty() ? DEFAULTS.getOrDefault(spec.kind(), "") : spec.amount());
    }

    /** What is wrong with it, at the given path; empty where nothing is. */
    Optional<Problem> problem(String path) {
        Optional<String> example = wanted();
        return example.map(wanted -> Problem.at(path, complaint()).hint(wanted));
    }

    private String complaint() {
        return text.isEmpty() ? kind.word() + " needs an amount" : kind.word() + " knows no amount '" + text + "'";
    }

    /** What would be right; empty where it is right as it is. */
    private Optional<String> wanted() {
        return switch (kind) {
            case LOSS -> unless(isPercent(0.1), "0.1% to 100%, for example loss:30%");
            case FILL_DISK -> unless(isPercent(1), "1% to 100%, for example fill-disk:95%");
            case THROTTLE -> unless(isRate(), "8kbit to 10gbit, for example throttle:256kbit or throttle:64KiB/s");
            case DELAY ->
                unless(isDuration(Duration.ofMillis(1), Duration.ofMinutes(1)), "1ms to 1m, for example delay:100ms");
            case SKEW_CLOCK ->
                unless(
                        isDuration(LONGEST_SKEW.negated(), LONGEST_SKEW)
                                && duration().abs().compareTo(LEAST_SKEW) >= 0,
                        "1s to 9999 days, with a minus to be late, for example skew-clock:-90s");
            case KILL_PROCESS ->
                unless(PROCESS.matcher(text).matches(), "the process's name, for example kill-process:keepalived");
            default -> unless(text.isEmpty(), "just " + kind.word());
        };
    }

    private static Optional<String> unless(boolean right, String otherwise) {
        return right ? Optional.empty() : Optional.of(otherwise);
    }

    private boolean isPercent(double least) {
        return PERCENT.matcher(text).matches() && percent() >= least && percent() <= 100;
    }

    private boolean isRate() {
        return rate().matches() && bitsPerSecond() >= LEAST_RATE && bitsPerSecond() <= MOST_RATE;
    }

    private boolean isDuration(Duration least, Duration most) {
        return DURATION.matcher(text).matches()
                && duration().compareTo(least) >= 0
                && duration().compareTo(most) <= 0;
    }

    /** Of a hundred. */
    double percent() {
        return Double.parseDouble(matched(PERCENT.matcher(text)).group(1));
    }

    long bitsPerSecond() {
        Matcher rate = matched(rate());
        double unit = switch (rate.group(2)) {
            case "bit" -> 1;
            case "kbit" -> 1e3;
            case "mbit" -> 1e6;
            case "gbit" -> 1e9;
            case "b/s" -> 8;
            case "kib/s" -> 8 * 1024;
            default -> 8 * 1024 * 1024;
        };
        return Math.round(Double.parseDouble(rate.group(1)) * unit);
    }

    private Matcher rate() {
        return RATE.matcher(text.toLowerCase(Locale.ROOT));
    }

    /** Negative where it has that sign. */
    Duration duration() {
        Matcher duration = matched(DURATION.matcher(text));
        double unit = switch (duration.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
        return Duration.ofMillis(Math.round(Double.parseDouble(duration.group(1)) * unit));
    }

    private Matcher matched(Matcher matcher) {
        if (!matcher.matches()) {
            throw new IllegalStateException(complaint());
        }
        return matcher;
    }
}
