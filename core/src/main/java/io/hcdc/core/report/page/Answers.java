package io.hcdc.core.report.page;

import io.hcdc.core.drill.archive.DrillDocument;
import io.hcdc.core.drill.archive.DrillReport;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Statistics;
import io.hcdc.core.drill.spec.DrillSpec;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sceptic asks of a drill, in the order in which he asks it. */
public final class Answers {
    private static final String UNKNOWN = "not known";

    /** @param answer in a word or two @param because one sentence or two */
    public record Answer(String question, String answer, String because) {}

    private Answers() {}

    static List<Answer> of(DrillDocument document) {
        DrillReport drill = document.drill();
        return List.of(passed(document), outage(drill), lost(drill), redundant(drill), known(drill));
    }

    private static Answer passed(DrillDocument document) {
        DrillSpec.Objectives wanted = document.drill().spec().objectives();
        String objectives = "Wanted: "
                + wanted.maxOutage()
                        .map(most -> "an outage of at most " + Span.of(most))
                        .orElse("an outage that ends")
                + ", "
                + wanted.maxLost()
                        .filter(most -> most > 0)
                        .map(most -> "at most " + most + " acknowledged writes")
                        .orElse("no acknowledged write")
                + " lost, and redundancy back.";
        String answer = switch (document.verdict()) {
            case PASS -> "yes";
            case FAIL -> "no";
            case UNKNOWN -> UNKNOWN;
        };
        return new Answer("Did it pass?", answer, objectives);
    }

    private static Answer outage(DrillReport drill) {
        List<RoundResult> rounds = drill.rounds();
        Optional<Statistics> known =
                Statistics.known(rounds, round -> round.outage().ms());
        if (known.isEmpty()) {
            return new Answer(
                    "How long could nothing be written?",
                    rounds.isEmpty() ? UNKNOWN : "never again",
                    rounds.isEmpty() ? "No round was run." : "Writes did not become steady again.");
        }
        Statistics outage = known.get();
        List<String> because = new ArrayList<>();
        if (outage.n() > 1) {
            because.add(
                    "Median of " + outage.n() + " rounds; " + new Span(outage.min()) + " to " + new Span(outage.max()));
        }
        if (outage.n() < rounds.size()) {
            because.add("writes never recovered in " + (rounds.size() - outage.n()));
        }
        because.add("each known to ± " + new Span(rounds.get(0).outage().resolutionMs()));
        drill.predictedMs().ifPresent(ms -> because.add("predicted from the configured timers: " + new Span(ms)));
        return new Answer(
                "How long could nothing be written?",
                outage.median() == 0 ? "not at all" : new Span(outage.median()).toString(),
                sentence(because));
    }

    private static Answer lost(DrillReport drill) {
        String question = "What was lost?";
        List<RoundResult> rounds = drill.rounds();
        int acknowledged =
                rounds.stream().mapToInt(round -> round.writes().acknowledged()).sum();
        if (rounds.stream().anyMatch(round -> round.loss().ledger() == Loss.Ledger.READ)) {
            int lost = rounds.stream()
                    .mapToInt(round -> round.loss().lost().orElse(0))
                    .sum();
            long unread = rounds.stream()
                    .filter(round -> round.loss().ledger() != Loss.Ledger.READ)
                    .count();
            return new Answer(
                    question,
                    lost == 0 ? "nothing" : lost + " writes",
                    new Tell().count(acknowledged) + " writes were acknowledged; "
                            + (lost == 0 ? "the settled leader holds them all" : "the settled leader lacks those")
                            + (unread == 0 ? "." : ". It could not be read in " + unread + " rounds."));
        }
        boolean unkept = !rounds.isEmpty()
                && rounds.stream().allMatch(round -> round.loss().ledger() == Loss.Ledger.NONE);
        return new Answer(
                question,
                unkept ? "cannot be known" : UNKNOWN,
                unkept
                        ? "These attempts leave nothing behind to be read back."
                        : "The settled leader could not be read.");
    }

    private static Answer redundant(DrillReport drill) {
        Optional<Statistics> always = Statistics.known(
                        drill.rounds(), round -> round.redundancy().restoredMs())
                .filter(known -> known.n() == drill.rounds().size());
        double split = drill.rounds().stream()
                .mapToDouble(round -> round.leadership().splitMs())
                .max()
                .orElse(0);
        return new Answer(
                "Could it lose a node again?",
                always.map(known -> "after " + new Span(known.max())).orElse("not restored"),
                "Leader: " + leaders(drill)
                        + (split > 0
                                ? ". Two nodes claimed the role at once for up to " + new Span(split) + "."
                                : "."));
    }

    private static String leaders(DrillReport drill) {
        return drill.rounds().stream()
                .map(round -> orNobody(round.leadership().before()) + " → "
                        + orNobody(round.leadership().after()))
                .distinct()
                .limit(6)
                .collect(Collectors.joining(", "));
    }

    private static Answer known(DrillReport drill) {
        DrillSpec spec = drill.spec();
        double confirmed = drill.rounds().stream()
                .mapToDouble(round -> round.outage().confirmedMs())
                .max()
                .orElse(-1);
        return new Answer(
                "How do we know?",
                "it was recorded",
                "Numbered writes, " + spec.rate()
                        + " a second on a schedule that waits for no answer, each tried once. "
                        + (confirmed < 0
                                ? "Nobody saw the fault take effect. "
                                : "The fault's effect was confirmed within " + new Span(confirmed) + ". ")
                        + "Every line of it is kept, and 'hcdc report' judges it again: "
                        + drill.rounds().stream()
                                .map(round -> round.known().name())
                                .distinct()
                                .map(Answers::evidence)
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static String evidence(String known) {
        return known.equals("YES")
                ? "all that a verdict needs was seen"
                : known.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sentence(List<String> parts) {
        String text = String.join("; ", parts) + ".";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String orNobody(String node) {
        return node.isEmpty() ? "nobody" : node;
    }
}
