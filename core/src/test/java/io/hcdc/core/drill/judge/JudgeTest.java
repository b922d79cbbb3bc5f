package io.hcdc.core.drill.judge;

import static io.hcdc.core.drill.archive.Histories.FAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.judge.Loss.Ledger;
import io.hcdc.core.drill.judge.RoundResult.Known;
import io.hcdc.core.drill.load.Streak;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

    @Test
    void noFailureIsNoOutage() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(100, Kind.OK)
                .redundant(2_000, "")
                .finalRead(3_000, "a1", "a1", "0-199", "a2", "0-199")
                .judged();
        assertThat(result.outage().ms()).isZero();
        assertThat(result.writes().acknowledged()).isEqualTo(200);
        assertThat(result.loss().lost()).contains(0);
        assertThat(result.redundancy().restoredMs()).isEqualTo(1_000);
        assertThat(result.redundancy().missing()).isEmpty();
        assertThat(result.loss().missingOn()).isEqualTo(Map.of("a1", 0, "a2", 0));
        assertThat(result.known()).isEqualTo(Known.YES);
    }

    @Test
    void outageEndsWithTheAnswerToTheFirstWriteOfTheStreak() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(30, Kind.FAIL)
                .writes(20, Kind.INDETERMINATE)
                .writes(50, Kind.OK)
                .fault(2_500, Phase.HEAL_REQUESTED)
                .fault(2_600, Phase.HEALED)
                .finalRead(3_000, "a2", "a1", "0-99,150-199", "a2", "0-99,150-199")
                .judged();
        assertThat(result.outage().ms())
                .as("write 150 is sent at 1500 ms and takes one")
                .isEqualTo(501);
        assertThat(result.outage().resolutionMs()).isEqualTo(10);
        assertThat(result.outage().confirmedMs()).isEqualTo(5);
        assertThat(result.redundancy().healedMs()).isEqualTo(1_600);
        assertThat(result.writes().failed()).isEqualTo(30);
        assertThat(result.writes().indeterminate()).isEqualTo(20);
        assertThat(result.outage().disturbed()).isZero();
        assertThat(result.leadership().before()).isEqualTo("a1");
        assertThat(result.leadership().after()).isEqualTo("a2");
        assertThat(result.outage().predictedMs()).isEqualTo(1_500);
        assertThat(result.loss().lost()).contains(0);
    }

    @Test
    void neverRecovers() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(100, Kind.INDETERMINATE)
                .redundant(9_000, "a1 is down")
                .finalRead(9_100, "a2", "a2", "0-99")
                .judged();
        assertThat(result.outage().ms()).isEqualTo(-1);
        assertThat(result.outage().disturbed()).isZero();
        assertThat(result.redundancy().restoredMs()).isEqualTo(-1);
        assertThat(result.redundancy().missing()).isEqualTo("a1 is down");
        assertThat(result.redundancy().healedMs()).isEqualTo(-1);
    }

    @Test
    void streakOfExactlyTwentyIsRecovery() {
        assertThat(Histories.faultAfterGoodWrites()
                        .writes(1, Kind.FAIL)
                        .writes(Streak.STEADY, Kind.OK)
                        .judged()
                        .outage()
                        .ms())
                .isEqualTo(11);
    }

    @Test
    void streakOfNineteenIsNone() {
        Histories history =
                Histories.faultAfterGoodWrites().writes(1, Kind.FAIL).writes(Streak.STEADY - 1, Kind.OK);
        assertThat(history.judged().outage().ms()).isEqualTo(-1);
        assertThat(history.writes(1, Kind.FAIL)
                        .writes(Streak.STEADY, Kind.OK)
                        .judged()
                        .outage()
                        .ms())
                .as("counts anew after the interruption")
                .isEqualTo(211);
    }

    /** The engine took its time: the node hung for a moment, answered again, and was killed only then. */
    @Test
    void whatTheBrokenNodeAcknowledgesBeforeTheEffectIsSeenIsNoRecovery() {
        RoundResult result = Histories.begin()
                .writes(100, Kind.OK)
                .fault(Histories.FAULT, Phase.REQUESTED)
                .writes(5, Kind.INDETERMINATE)
                .writes(30, Kind.OK)
                .fault(1_355, Phase.CONFIRMED)
                .writes(65, Kind.FAIL)
                .writes(20, Kind.OK)
                .judged();
        assertThat(result.outage().ms()).isEqualTo(1_001);
    }

    @Test
    void goodWritesBeforeTheFirstFailureAreNoRecovery() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(25, Kind.OK)
                .writes(5, Kind.FAIL)
                .writes(30, Kind.OK)
                .judged();
        assertThat(result.outage().ms()).isEqualTo(301);
    }

    @Test
    void failuresLongAfterAFaultThatHarmedNobodyAreAnOutageOfTheirOwn() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(101, Kind.OK)
                .writes(5, Kind.FAIL)
                .writes(30, Kind.OK)
                .judged();
        assertThat(result.outage().ms())
                .as("write 201 is due at 2010 ms, 1005 ms after the effect; write 206 is answered at 2061 ms")
                .isEqualTo(51);
    }

    @Test
    void failuresBeforeTheFaultAreNotItsDoing() {
        RoundResult result = Histories.begin()
                .writes(50, Kind.OK)
                .writes(1, Kind.FAIL)
                .writes(49, Kind.OK)
                .fault(FAULT, Phase.REQUESTED)
                .writes(50, Kind.OK)
                .finalRead(3_000, "a1", "a1", "0-149")
                .judged();
        assertThat(result.outage().ms()).isZero();
        assertThat(result.writes().failed()).isEqualTo(1);
    }

    @Test
    void writeThatWasOnItsWayWhenTheFaultCameBelongsToTheOutage() {
        RoundResult result = Histories.begin()
                .writes(99, Kind.OK)
                .fault(FAULT, Phase.REQUESTED)
                .write(99, 990, 1_190, Kind.INDETERMINATE)
                .writes(40, Kind.OK)
                .judged();
        assertThat(result.outage().ms())
                .as("write 100 is answered 1 ms after the fault")
                .isEqualTo(1);
    }

    @Test
    void whatWasAcknowledgedBeforeTheFaultIsNoRecovery() {
        RoundResult result = Histories.begin()
                .writes(60, Kind.OK)
                .write(60, 600, FAULT + 10, Kind.INDETERMINATE)
                .writes(39, Kind.OK)
                .fault(FAULT, Phase.REQUESTED)
                .fault(FAULT + 5, Phase.CONFIRMED)
                .writes(30, Kind.FAIL)
                .writes(50, Kind.OK)
                .judged();
        assertThat(result.outage().ms()).isEqualTo(301);
    }

    @Test
    void orderOfOutcomesInTheHistoryDoesNotMatter() {
        List<Entry> entries = new ArrayList<>(Histories.faultAfterGoodWrites()
                .writes(30, Kind.FAIL)
                .writes(50, Kind.OK)
                .finalRead(3_000, "a2", "a2", "0-99,130-179")
                .entries());
        RoundResult inOrder = Judge.judge(entries);
        Collections.reverse(entries.subList(1, entries.size() - 1));
        assertThat(Judge.judge(entries)).isEqualTo(inOrder);
    }

    @Test
    void failuresAfterRecoveryAreCountedApart() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(10, Kind.FAIL)
                .writes(20, Kind.OK)
                .writes(3, Kind.FAIL)
                .writes(20, Kind.OK)
                .writes(2, Kind.INDETERMINATE)
                .judged();
        assertThat(result.outage().ms()).isEqualTo(101);
        assertThat(result.outage().disturbed()).isEqualTo(5);
        assertThat(result.writes().failed()).isEqualTo(13);
        assertThat(result.writes().indeterminate()).isEqualTo(2);
    }

    @Test
    void acknowledgedWritesThatTheLeaderLacksAreLost() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(30, Kind.INDETERMINATE)
                .writes(30, Kind.OK)
                .finalRead(3_000, "a2", "a1", "0-159", "a2", "0-94,98,130-159")
                .judged();
        assertThat(result.loss().lost()).contains(4);
        assertThat(result.loss().lostRanges()).isEqualTo("95-97,99");
        assertThat(result.loss().missingOn()).isEqualTo(Map.of("a1", 0, "a2", 4));
        assertThat(result.known()).isEqualTo(Known.YES);
    }

    @Test
    void indeterminateWritesAreNeitherLostNorPhantoms() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(10, Kind.INDETERMINATE)
                .writes(30, Kind.OK)
                .finalRead(3_000, "a2", "a2", "0-104,110-139")
                .judged();
        assertThat(result.loss().lost()).contains(0);
        assertThat(result.loss().phantom()).isZero();
    }

    @Test
    void refusedWritesThatAreThereAllTheSameArePhantoms() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(10, Kind.FAIL)
                .writes(30, Kind.OK)
                .finalRead(3_000, "a2", "a2", "0-102,110-139")
                .judged();
        assertThat(result.loss().phantom()).isEqualTo(3);
    }

    @Test
    void unconfirmedFaultGivesNoVerdict() {
        RoundResult result = Histories.begin()
                .writes(100, Kind.OK)
                .fault(FAULT, Phase.REQUESTED)
                .fault(6_000, Phase.UNCONFIRMED)
                .writes(50, Kind.OK)
                .finalRead(7_000, "a1", "a1", "0-149")
                .judged();
        assertThat(result.known()).isEqualTo(Known.FAULT_UNCONFIRMED);
        assertThat(result.outage().confirmedMs()).isEqualTo(-1);
    }

    @Test
    void noWriteBeforeTheFaultGivesNoVerdict() {
        RoundResult result = Histories.begin()
                .writes(100, Kind.FAIL)
                .fault(FAULT, Phase.REQUESTED)
                .fault(FAULT + 1, Phase.CONFIRMED)
                .writes(50, Kind.OK)
                .finalRead(7_000, "a1", "a1", "100-149")
                .judged();
        assertThat(result.known()).isEqualTo(Known.NO_WRITES_BEFORE);
        assertThat(result.leadership().before()).isEmpty();
    }

    @Test
    void noFinalReadOfTheLeaderGivesNoVerdict() {
        Histories unread = Histories.faultAfterGoodWrites().writes(50, Kind.OK);
        assertThat(unread.judged().known()).isEqualTo(Known.CUT);
        assertThat(unread.judged().leadership().after()).isEmpty();
        RoundResult others = unread.finalRead(3_000, "a2", "a1", "0-10").judged();
        assertThat(others.known()).isEqualTo(Known.NO_FINAL_READ);
        assertThat(others.loss().lost())
                .as("nothing is called lost, or kept, that nobody looked for")
                .isEmpty();
        assertThat(others.loss().ledger()).isEqualTo(Ledger.UNREAD);
        assertThat(others.loss().missingOn()).isEqualTo(Map.of("a1", 139));
    }

    @Test
    void whereNothingIsKeptTheRestIsKnown() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .writes(10, Kind.FAIL)
                .writes(50, Kind.OK)
                .redundant(2_000, "")
                .nothingKept(2_100, "a2")
                .judged();
        assertThat(result.known()).isEqualTo(Known.YES);
        assertThat(result.loss().ledger()).isEqualTo(Ledger.NONE);
        assertThat(result.loss().lost()).isEmpty();
        assertThat(result.loss().missingOn()).isEmpty();
        assertThat(result.leadership().after()).isEqualTo("a2");
        assertThat(result.outage().ms()).isEqualTo(101);
    }

    @Test
    void splitBrainLastsFromLookToLook() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .claim(0, "a1")
                .claim(1_200, "a1", "a2")
                .claim(1_450, "a2")
                .claim(2_000, "a2", "a1")
                .claim(2_100, "a2", "a3")
                .claim(2_300)
                .judged();
        assertThat(result.leadership().splitMs()).isEqualTo(550);
    }

    @Test
    void splitBrainThatNeverEndsLastsUntilTheHistoryDoes() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .claim(1_200, "a1", "a2")
                .finalRead(3_200, "a2", "a2", "0-99")
                .judged();
        assertThat(result.leadership().splitMs()).isEqualTo(2_000);
    }

    @Test
    void stagesAreTheFirstProofsAfterTheFaultInTheirNaturalOrder() {
        RoundResult result = Histories.faultAfterGoodWrites()
                .event(900, "s1", "+sdown", Stage.DETECTED)
                .event(1_700, "s2", "+switch-master", Stage.PROMOTED)
                .event(1_600, "s1", "+odown", Stage.DECIDED)
                .event(1_550, "s3", "+odown", Stage.DECIDED)
                .event(1_500, "s1", "+sdown", Stage.DETECTED)
                .event(1_501, "s1", "noise", null)
                .judged();
        assertThat(result.outage().stages())
                .containsExactly(
                        new Outage.Stage(Stage.DETECTED, 500, "s1", "+sdown", 0),
                        new Outage.Stage(Stage.DECIDED, 550, "s3", "+odown", 0),
                        new Outage.Stage(Stage.PROMOTED, 700, "s2", "+switch-master", 0));
    }
}
