package io.hcdc.core.report;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Statistics;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.progress.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A drill for the eye. */
public final class DrillText {
    private static final String ROW = "  %-13s %s%n";
    private static final String NOTHING_KEPT = "nothing is kept: no loss can be known";

    /** What is about to happen. */
    public String opening(String stack, DrillSpec spec) {
        return String.format(
                        Locale.ROOT,
                        "%s%s%s on stack %s: %d writes/s, %d round%s%n",
                        spec.origin().name().isEmpty() ? "" : spec.origin().name() + ": ",
                        spec.deed(),
                        spec.via().map(path -> " via " + path).orElse(""),
                        stack,
                        spec.rate(),
                        spec.rounds(),
                        spec.rounds() == 1 ? "" : "s")
                + spec.origin()
                        .seed()
                        .map(seed -> String.format(Locale.ROOT, ROW, "seed", seed + " repeats its random picks"))
                        .orElse("");
    }

    /** One round, as soon as it is over. */
    public String round(RoundResult round) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%nround %d: %s, led by %s%n",
                round.number(),
                round.node(),
                round.leadership().before()));
        round.extent().shortfall().ifPresent(shortfall -> row(text, "cut", shortfall));
        row(text, "outage", outage(round));
        if (round.outage().missedPrediction()) {
            row(text, "prediction", "missed by more than half: the formula, or a setting, is not what one thinks");
        }
        if (!round.outage().stages().isEmpty()) {
            row(text, "split", split(round));
        }
        round.availability().ifPresent(known -> row(text, "availability", Measures.availability(known)));
        row(text, "latency", Measures.latency(round.latency()));
        row(text, "writes", writes(round));
        round.reads().ifPresent(reads -> row(text, "reads", Measures.reads(reads)));
        row(text, "lost", lost(round));
        round.replicas()
                .differing()
                .filter(numbers -> !numbers.isEmpty())
                .ifPresent(numbers -> row(text, "replicas", "differ in " + numbers));
        row(
                text,
                "leader",
                round.leadership().before() + " → "
                        + orNobody(round.leadership().after()));
        row(text, "redundancy", redundancy(round));
        if (round.ending().early().isPresent()) {
            row(text, "ended early", round.ending().because());
        }
        if (round.leadership().splitMs() > 0) {
            row(text, "two leaders", Measures.split(round.leadership()));
        }
        return text.toString();
    }

    /** The whole drill: rounds together, verdict, where the histories are. */
    public String closing(DrillReport report) {
        StringBuilder text = new StringBuilder("\n");
        if (report.rounds().size() > 1) {
            text.append("all rounds\n");
            statistics(text, "outage", report.rounds(), round -> round.outage().ms());
            statistics(
                    text,
                    "redundancy",
                    report.rounds(),
                    round -> round.redundancy().restoredMs());
            row(text, "lost", lostInAll(report.rounds()));
        }
        row(text, "history", report.folder());
        report.reasons().forEach(reason -> row(text, "because", reason));
        text.append("verdict: ").append(report.verdict().name().toLowerCase(Locale.ROOT));
        report.hints().forEach(hint -> text.append("\nhint: ").append(hint));
        return text.append('\n').toString();
    }

    /** All of it, as it was told while the drill ran. */
    public String whole(DrillDocument drill) {
        StringBuilder text =
                new StringBuilder(opening(drill.drill().stack(), drill.drill().spec()));
        drill.drill().rounds().forEach(round -> text.append(round(round)));
        return text.append(closing(drill.drill())).toString();
    }

    private static String outage(RoundResult round) {
        String measured;
        if (round.outage().ms() < 0) {
            measured = round.known() == RoundResult.Known.CUT
                    ? "unknown: no end of one in what is left of the history"
                    : "writes never recovered";
        } else if (round.outage().ms() == 0) {
            measured = "none: every write was acknowledged";
        } else {
            measured = new Span(round.outage().ms()) + " ± "
                    + new Span(round.outage().resolutionMs());
        }
        return measured + predicted(round);
    }

    private static String predicted(RoundResult round) {
        if (round.outage().predictedMs() < 0) {
            return "";
        }
        return "  (predicted " + new Span(round.outage().predictedMs())
                + round.outage()
                        .beyondPrediction()
                        .map(ms -> ": " + new Span(Math.abs(ms)) + (ms < 0 ? " less)" : " more)"))
                        .orElse(")");
    }

    private static String split(RoundResult round) {
        return "fault → "
                + round.outage().stages().stream()
                        .map(stage -> stage.stage().name().toLowerCase(Locale.ROOT) + " " + new Span(stage.ms()) + " ("
                                + stage.source() + " " + stage.event()
                                + (stage.intervalMs() == 0
                                        ? ")"
                                        : ", asked every " + new Span(stage.intervalMs()) + ")"))
                        .collect(Collectors.joining(" → "))
                + (round.outage().ms() > 0
                        ? " → first write " + new Span(round.outage().ms())
                        : "");
    }

    private static String writes(RoundResult round) {
        return round.writes().acknowledged() + " acknowledged, "
                + round.writes().failed() + " failed, " + round.writes().indeterminate()
                + " indeterminate"
                + (round.outage().disturbed() == 0
                        ? ""
                        : " (" + round.outage().disturbed() + " of them after recovery)")
                + (round.loss().phantom() == 0 ? "" : "; " + round.loss().phantom() + " refused yet present")
                + round.loss()
                        .duplicated()
                        .filter(twice -> twice > 0)
                        .map(twice -> "; " + twice + " held more than once")
                        .orElse("");
    }

    private static String lost(RoundResult round) {
        return switch (round.loss().ledger()) {
            case NONE -> NOTHING_KEPT;
            case UNREAD ->
                round.known() == RoundResult.Known.CUT
                        ? "unknown: the history does not reach the final read"
                        : "unknown: the settled leader could not be read";
            case READ -> lost(round, round.loss().lost().orElseThrow());
        };
    }

    private static String lost(RoundResult round, int lost) {
        String behind = round.loss().missingOn().entrySet().stream()
                .filter(entry -> entry.getValue() > 0
                        && !entry.getKey().equals(round.leadership().after()))
                .map((Map.Entry<String, Integer> entry) -> entry.getKey() + " lacks " + entry.getValue())
                .collect(Collectors.joining(", "));
        String read =
                "read back from " + String.join(", ", round.loss().missingOn().keySet());
        return lost + " acknowledged writes"
                + (lost == 0 ? "" : " (" + round.loss().lostRanges() + ")")
                + ", " + read + (behind.isEmpty() ? "" : "; " + behind);
    }

    private static String lostInAll(List<RoundResult> rounds) {
        return rounds.stream().allMatch(round -> round.loss().ledger() == Loss.Ledger.NONE)
                ? NOTHING_KEPT
                : lost(rounds) + " acknowledged writes in all";
    }

    private static int lost(List<RoundResult> rounds) {
        return rounds.stream().mapToInt(round -> round.loss().lost().orElse(0)).sum();
    }

    private static String redundancy(RoundResult round) {
        return round.redundancy().restoredMs() < 0
                ? "not restored: " + round.redundancy().missing()
                : "restored after " + new Span(round.redundancy().restoredMs()) + " (" + round.node()
                        + " was brought back at " + new Span(round.redundancy().healedMs()) + ")";
    }

    private static void statistics(
            StringBuilder text, String name, List<RoundResult> rounds, ToDoubleFunction<RoundResult> value) {
        Statistics.known(rounds, value).ifPresent(known -> {
            int never = rounds.size() - known.n();
            row(text, name, known + (never == 0 ? "" : "; never in " + never));
        });
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, ROW, name, value));
    }

    private static String orNobody(String node) {
        return node.isEmpty() ? "nobody" : node;
    }
}
