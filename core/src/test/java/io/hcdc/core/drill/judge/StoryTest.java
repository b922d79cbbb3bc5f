package io.hcdc.core.drill.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.history.Ranges;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.judge.Story.Damage;
import io.hcdc.core.drill.judge.Story.Gap;
import io.hcdc.core.drill.judge.Story.Lies;
import io.hcdc.core.drill.judge.Story.Plan;
import io.hcdc.core.drill.judge.Story.Truth;
import io.hcdc.core.drill.load.Streak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever goes wrong in a history is found, and nothing else. */
class StoryTest {
    private static final byte[] WRITTEN = written();

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void everythingIsFoundAndNothingElse(@ForAll("plans") Plan plan) {
        Story story = new Story(plan);
        RoundResult result = Judge.judge(story.shuffled());
        Truth truth = story.truth();
        assertThat(result.known()).isEqualTo(Known.YES);
        assertThat(result.outage().ms()).isEqualTo(truth.outageMs);
        availability(result, story);
        assertThat(result.writes().acknowledged()).isEqualTo(truth.acknowledged.cardinality());
        assertThat(result.loss().lost()).contains(truth.lost.cardinality());
        assertThat(result.loss().lostRanges()).isEqualTo(Ranges.text(truth.lost));
        assertThat(result.loss().phantom()).isEqualTo(truth.phantom.cardinality());
        assertThat(result.loss().duplicated()).contains(truth.duplicated.cardinality());
        assertThat(result.replicas().differing()).contains(Ranges.text(truth.differing));
        reads(result, plan, truth);
        split(result, plan, truth);
    }

    private static void availability(RoundResult result, Story story) {
        Truth truth = story.truth();
        assertThat(result.availability()).hasValueSatisfying(availability -> {
            assertThat(availability.outages()).isEqualTo(truth.outages);
            assertThat(availability.longestMs()).isEqualTo(truth.longestMs);
            assertThat(availability.totalMs()).isEqualTo(truth.totalMs);
            assertThat(availability.percent()).isCloseTo(100 - 100 * truth.totalMs / story.settledMs(), within(0.001));
        });
    }

    private static void reads(RoundResult result, Plan plan, Truth truth) {
        Lies reads = plan.reads();
        int asked = reads.honest() + reads.stale() + 2 * (reads.backwards() + reads.overlapping());
        if (asked == 0) {
            assertThat(result.reads()).isEmpty();
        } else {
            assertThat(result.reads()).contains(new Reads(asked, asked, truth.stale, truth.staleMs, truth.backwards));
        }
    }

    private static void split(RoundResult result, Plan plan, Truth truth) {
        assertThat(result.leadership().splitMs()).isEqualTo(plan.splitMs());
        if (plan.splitMs() > 0) {
            assertThat(result.leadership().splitSinceMs()).contains(truth.splitSinceMs);
        } else {
            assertThat(result.leadership().splitSinceMs()).isEmpty();
        }
        assertThat(result.leadership().splitWrites()).isEqualTo(truth.splitWrites);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsCutIsUnknownOrTrue(@ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 1_000) int permille) {
        Story story = new Story(plan);
        List<Entry> whole = story.asItHappened();
        RoundResult result = Judge.judge(whole.subList(0, Math.max(1, (whole.size() - 1) * permille / 1_000)));
        assertThat(result.known()).isEqualTo(Known.CUT);
        assertThat(result.outage().ms()).isIn(-1.0, story.truth().outageMs);
        assertThat(result.loss().lost()).isEmpty();
        assertThat(result.loss().duplicated()).isEmpty();
        assertThat(result.replicas().differing()).isEmpty();
        assertThat(result.reads().map(Reads::backwards).orElse(0)).isLessThanOrEqualTo(story.truth().backwards);
        assertThat(result.reads().map(Reads::stale).orElse(0)).isLessThanOrEqualTo(story.truth().stale);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noBytesBehindTheFirstLineAreTooStrange(
            @ForAll byte[] rubbish, @ForAll @IntRange(min = 0, max = 1_000) int permille) throws IOException {
        byte[] bytes = WRITTEN.clone();
        int header = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 1;
        int at = header + (int) ((long) (bytes.length - header) * permille / 1_000);
        System.arraycopy(rubbish, 0, bytes, at, Math.min(rubbish.length, bytes.length - at));
        Path file = Files.write(Files.createTempFile("story", ".jsonl"), bytes);
        try {
            assertThat(Judge.judge(file).extent().lines()).isPositive();
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] written() {
        Plan plan = new Plan(30, 2, List.of(new Gap(10, 3, 2)), new Damage(1, 1, 1, 1), new Lies(5, 1, 1, 1), 50, 1);
        try {
            Path file = Files.createTempFile("story", ".jsonl");
            try (History history = new History(file)) {
                new Story(plan).asItHappened().forEach(history::add);
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.integers().between(0, 5)),
                                Tuple.of(1, Arbitraries.integers().between(95, 110))),
                        gaps().list().ofMaxSize(3),
                        damage(),
                        lies(),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 400))),
                        Arbitraries.longs())
                .as(Plan::new);
    }

    private static Arbitrary<Gap> gaps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, Streak.STEADY - 1),
                        Arbitraries.integers().between(1, 10))
                .as(Gap::new);
    }

    private static Arbitrary<Damage> damage() {
        return Combinators.combine(few(), few(), few(), few()).as(Damage::new);
    }

    private static Arbitrary<Lies> lies() {
        return Combinators.combine(Arbitraries.integers().between(0, 20), few(), few(), few())
                .as(Lies::new);
    }

    /** Often none at all, so that a false alarm has its chance. */
    private static Arbitrary<Integer> few() {
        return Arbitraries.integers().between(-3, 4).map(count -> Math.max(0, count));
    }
}
