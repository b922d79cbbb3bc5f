package io.hcdc.core.report;

import io.hcdc.core.drill.DrillReport;
import io.hcdc.core.drill.DrillSpec;
import io.hcdc.core.drill.RoundResult;
import io.hcdc.core.drill.Verdict;
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
                "%s %s%s on stack %s: %d writes/s, %d round%s%n",
                spec.fault().word(),
                spec.target(),
                spec.via().map(path -> " via " + path).orElse(""),
                stack,
                spec.rate(),
                spec.rounds(),
                spec.rounds() == 1 ? "" : "s");
    }

    /** One round, as soon as it is over. */
    public String round(RoundResult round) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%nround %d: %s, led by %s%n", round.number(), round.node(), round.leaderBefore()));
        row(text, "outage", outage(round));
        if (!round.stages().isEmpty()) {
            row(text, "split", split(round));
        }
        row(text, "writes", writes(round));
        row(text, "lost", lost(round));
        row(text, "leader", round.leaderBefore() + " → " + orNobody(round.leaderAfter()));
        row(text, "redundancy", redundancy(round));
        if (round.splitMs() > 0) {
            row(text, "two leaders", "claimed the role at once for " + new Span(round.splitMs()));
        }
        return text.toString();
    }

    /** The whole drill: rounds together, verdict, where the histories are. */
    public String closing(DrillReport report) {
        StringBuilder text = new StringBuilder("\n");
        if (report.rounds().size() > 1) {
            text.append("all rounds\n");
            statistics(text, "outage", report.rounds(), RoundResult::outageMs);
            statistics(text, "redundancy", report.rounds(), RoundResult::redundantMs);
            row(text, "lost", lostInAll(report.rounds()));
        }
        row(text, "history", report.folder());
        report.reasons().forEach(reason -> row(text, "because", reason));
        text.append("verdict: ").append(report.verdict().name().toLowerCase(Locale.ROOT));
        if (report.verdict() == Verdict.FAIL && lost(report.rounds()) > 0) {
            text.append("\nhint: min-replicas-to-write and min-replicas-max-lag bound what a cut-off master can lose");
        }
        return text.append('\n').toString();
    }

    private static String outage(RoundResult round) {
        String measured;
        if (round.outageMs() < 0) {
            measured = "writes never recovered";
        } else if (round.outageMs() == 0) {
            measured = "none: every write was acknowledged";
        } else {
            measured = new Span(round.outageMs()) + " ± " + new Span(round.resolutionMs());
        }
        return measured + (round.predictedMs() < 0 ? "" : "  (predicted " + new Span(round.predictedMs()) + ")");
    }

    private static String split(RoundResult round) {
        return "fault → "
                + round.stages().stream()
                        .map(stage -> stage.stage().name().toLowerCase(Locale.ROOT) + " " + new Span(stage.ms()) + " ("
                                + stage.source() + " " + stage.event() + ")")
                        .collect(Collectors.joining(" → "))
                + (round.outageMs() > 0 ? " → first write " + new Span(round.outageMs()) : "");
    }

    private static String writes(RoundResult round) {
        return round.acknowledged() + " acknowledged, " + round.failed() + " failed, " + round.indeterminate()
                + " indeterminate"
                + (round.disturbed() == 0 ? "" : " (" + round.disturbed() + " of them after recovery)")
                + (round.phantom() == 0 ? "" : "; " + round.phantom() + " refused yet present");
    }

    private static String lost(RoundResult round) {
        return switch (round.ledger()) {
            case NONE -> NOTHING_KEPT;
            case UNREAD -> "unknown: the settled leader could not be read";
            case READ -> lost(round, round.lost().orElseThrow());
        };
    }

    private static String lost(RoundResult round, int lost) {
        String behind = round.missingOn().entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && !entry.getKey().equals(round.leaderAfter()))
                .map((Map.Entry<String, Integer> entry) -> entry.getKey() + " lacks " + entry.getValue())
                .collect(Collectors.joining(", "));
        String read = "read back from " + String.join(", ", round.missingOn().keySet());
        return lost + " acknowledged writes"
                + (lost == 0 ? "" : " (" + round.lostRanges() + ")")
                + ", " + read + (behind.isEmpty() ? "" : "; " + behind);
    }

    private static String lostInAll(List<RoundResult> rounds) {
        return rounds.stream().allMatch(round -> round.ledger() == RoundResult.Ledger.NONE)
                ? NOTHING_KEPT
                : lost(rounds) + " acknowledged writes in all";
    }

    private static int lost(List<RoundResult> rounds) {
        return rounds.stream().mapToInt(round -> round.lost().orElse(0)).sum();
    }

    private static String redundancy(RoundResult round) {
        return round.redundantMs() < 0
                ? "not restored: " + round.unredundantBecause()
                : "restored after " + new Span(round.redundantMs()) + " (" + round.node() + " was brought back at "
                        + new Span(round.healedMs()) + ")";
    }

    private static void statistics(
            StringBuilder text, String name, List<RoundResult> rounds, ToDoubleFunction<RoundResult> value) {
        double[] known =
                rounds.stream().mapToDouble(value).filter(ms -> ms >= 0).toArray();
        String without = known.length == rounds.size() ? "" : "; never in " + (rounds.size() - known.length);
        if (known.length > 0) {
            row(text, name, Statistics.of(java.util.Arrays.stream(known)) + without);
        }
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, ROW, name, value));
    }

    private static String orNobody(String node) {
        return node.isEmpty() ? "nobody" : node;
    }
}
