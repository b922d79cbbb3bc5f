package io.hcdc.core.drill.judge;

import static io.hcdc.core.drill.archive.Histories.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the final read tells besides losses, and what two leaders did meanwhile. */
class SettledTest {

    @Test
    void replicasThatHoldTheSameDifferInNothing() {
        assertThat(Histories.faultAfterGoodWrites()
                        .finalRead(3_000, "a1", "a1", "0-99", "a2", "0-99", "a3", "0-99")
                        .judged()
                        .replicas()
                        .differing())
                .contains("");
    }

    @Test
    void whatNotAllReplicasHoldIsNamed() {
        assertThat(Histories.faultAfterGoodWrites()
                        .finalRead(3_000, "a1", "a1", "0-97,99", "a2", "0-98", "a3", "3-99")
                        .judged()
                        .replicas()
                        .differing())
                .contains("0-2,98-99");
    }

    @Test
    void oneNodeAloneCannotDiffer() {
        assertThat(Histories.faultAfterGoodWrites()
                        .finalRead(3_000, "a1", "a1", "0-97")
                        .judged()
                        .replicas()
                        .differing())
                .isEmpty();
    }

    @Test
    void whatTheLeaderHoldsTwiceIsCounted() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .entry(new Entry.FinalRead(
                        nanos(3_000), "a2", Map.of("a2", "0-99"), Map.of("a1", "0-50", "a2", "3-4,17")))
                .judged();
        assertThat(result.loss().duplicated()).contains(3);
    }

    @Test
    void whereNobodyCountedNoDuplicateIsKnown() {
        assertThat(Histories.faultAfterGoodWrites()
                        .finalRead(3_000, "a1", "a1", "0-99")
                        .judged()
                        .loss()
                        .duplicated())
                .isEmpty();
        assertThat(Histories.faultAfterGoodWrites()
                        .entry(new Entry.FinalRead(nanos(3_000), "a1", Map.of("a1", "0-99"), Map.of("a1", "")))
                        .judged()
                        .loss()
                        .duplicated())
                .contains(0);
    }

    @Test
    void eachOfTwoLeadersTookItsWrites() {
        Leadership leadership = Histories.faultAfterGoodWrites()
                .claim(0, "a1")
                .claim(1_200, "a1", "a2")
                .entry(acknowledged(100, 1_199, "a1"))
                .entry(acknowledged(101, 1_200, "a1"))
                .entry(acknowledged(102, 1_300, "a2"))
                .entry(acknowledged(103, 1_399, "a2"))
                .entry(acknowledged(104, 1_400, "a2"))
                .entry(new Entry.Write(105, 0, 0, nanos(1_300), Kind.FAIL, "a1", ""))
                .claim(1_400, "a2")
                .judged()
                .leadership();
        assertThat(leadership.splitMs()).isEqualTo(200);
        assertThat(leadership.splitSinceMs()).contains(200.0);
        assertThat(leadership.splitWrites()).isEqualTo(Map.of("a1", 1, "a2", 2));
    }

    @Test
    void withoutTwoLeadersThereIsNothingToTell() {
        Leadership leadership =
                Histories.faultAfterGoodWrites().claim(0, "a1").judged().leadership();
        assertThat(leadership.splitSinceMs()).isEmpty();
        assertThat(leadership.splitWrites()).isEmpty();
    }

    @Test
    void theMostFrequentErrorsAreNamed() {
        Histories history = Histories.faultAfterGoodWrites();
        for (int i = 0; i < 2_000; i++) {
            history.entry(new Entry.Write(100 + i, 0, 0, nanos(1_300), Kind.FAIL, "", "error " + i));
        }
        for (int i = 0; i < 30; i++) {
            history.entry(new Entry.Write(5_000 + i, 0, 0, nanos(1_300), Kind.FAIL, "", "error 7"));
        }
        assertThat(history.judged().writes().errors())
                .as("of more than a few different ones, those that came late are told together")
                .containsEntry("error 7", 31)
                .containsKey("other")
                .hasSize(5);
    }

    private static Entry acknowledged(int number, long end, String node) {
        return new Entry.Write(number, nanos(end - 1), nanos(end - 1), nanos(end), Kind.OK, node, "");
    }
}
