package io.hcdc.core.drill.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.api.Problem;
import io.hcdc.core.drill.judge.Loss;
import io.hcdc.core.drill.judge.RoundResult;
import io.hcdc.core.drill.judge.Statistics;
import io.hcdc.core.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;

/**
 * An earlier drill that a later one must not be worse than. Times are medians over its rounds, in milliseconds.
 *
 * @param file where its report was read
 * @param tolerance by what part of itself a time may grow, e.g. 0.2
 * @param outageMs empty when writes never recovered
 * @param redundantMs empty when redundancy never did
 * @param p99Ms of the response times of the writes that were due after recovery; empty when there were none
 * @param lost the most acknowledged writes that a round lost; empty where that was not known
 */
public record Baseline(
        String file,
        double tolerance,
        Optional<Double> outageMs,
        Optional<Double> redundantMs,
        Optional<Double> p99Ms,
        Optional<Integer> lost) {

    /** Where a drill's own resolution and the machine's mood are, no tolerance in per cent says anything. */
    private static final double NOISE_MS = 50;

    /**
     * Reads the report of an earlier drill, in the form that {@code --output json} prints.
     *
     * @param problems receives why it cannot be one to compare this drill with
     */
    public static Optional<Baseline> read(
            String file, String json, double tolerance, DrillSpec spec, List<Problem> problems) {
        JsonNode drill = parse(json).path("drill");
        JsonNode rounds = drill.path("rounds");
        JsonNode earlier = drill.path("spec");
        if (!rounds.isArray() || !earlier.path("target").isTextual()) {
            problems.add(Problem.at("baseline", "no report of a drill: " + file)
                    .hint("'hcdc failover-test TARGET --output json' prints one"));
            return Optional.empty();
        }
        same("target", earlier.path("target").asText(), spec.target(), file, problems);
        same("fault", earlier.path("fault").asText(), spec.fault(), file, problems);
        same("path", earlier.path("via").asText("default"), spec.via().orElse("default"), file, problems);
        if (rounds.isEmpty()) {
            problems.add(Problem.at("baseline", "the drill of " + file + " has no round to compare with"));
        }
        return Optional.of(new Baseline(
                file,
                tolerance,
                median(rounds, "/outageMs"),
                median(rounds, "/redundantMs"),
                median(rounds, "/latency/after/response/p99Ms"),
                mostLost(rounds)));
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            return new ObjectMapper().createObjectNode();
        }
    }

    private static void same(String what, String earlier, String now, String file, List<Problem> problems) {
        if (!earlier.equalsIgnoreCase(now)) {
            problems.add(Problem.at("baseline", "is of another " + what + ": " + earlier + ", and not " + now)
                    .hint(file + " cannot tell whether this drill got worse"));
        }
    }

    private static Optional<Double> median(JsonNode rounds, String pointer) {
        return Statistics.known(StreamSupport.stream(rounds.spliterator(), false)
                        .mapToDouble(round -> round.at(pointer).asDouble(-1)))
                .map(Statistics::median);
    }

    private static Optional<Integer> mostLost(JsonNode rounds) {
        return StreamSupport.stream(rounds.spliterator(), false)
                .map(round -> round.path("lost"))
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .max(Integer::compare);
    }

    /** In what these rounds are worse: one line each. */
    public List<String> regressions(List<RoundResult> rounds) {
        List<String> worse = new ArrayList<>();
        longer("outage", outageMs, rounds, round -> round.outage().ms()).ifPresent(worse::add);
        longer("redundancy", redundantMs, rounds, round -> round.redundancy().restoredMs())
                .ifPresent(worse::add);
        longer("99th percentile after recovery", p99Ms, rounds, Baseline::p99After)
                .ifPresent(worse::add);
        int now = rounds.stream()
                .map(RoundResult::loss)
                .map(Loss::lost)
                .flatMap(Optional::stream)
                .max(Integer::compare)
                .orElse(0);
        lost.filter(before -> now > before)
                .ifPresent(before -> worse.add("lost " + now + " acknowledged writes, the baseline " + before));
        return worse;
    }

    private static double p99After(RoundResult round) {
        return round.latency().after().map(after -> after.response().p99Ms()).orElse(-1.0);
    }

    private Optional<String> longer(
            String name, Optional<Double> before, List<RoundResult> rounds, ToDoubleFunction<RoundResult> value) {
        Optional<Double> median = Statistics.known(rounds, value).map(Statistics::median);
        if (before.isEmpty() || median.isEmpty()) {
            return Optional.empty();
        }
        double most = before.get() + Math.max(before.get() * tolerance, NOISE_MS);
        return median.get() <= most
                ? Optional.empty()
                : Optional.of("median " + name + " " + new Span(median.get()) + ", the baseline "
                        + new Span(before.get()) + ": more than " + Math.round(tolerance * 100) + "% longer");
    }
}
