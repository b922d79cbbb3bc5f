package io.hcdc.core.drill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    @Test
    void withoutAnOutageItIsWhole() {
        assertThat(availability(
                        Histories.faultAfterGoodWrites().writes(100, Kind.OK).redundant(2_000, "")))
                .isEqualTo(new Availability(0, 0, 0, 100, Optional.of(100.0)));
    }

    @Test
    void everyOutageCountsAndTheFirstBeginsWithTheFault() {
        Histories history = Histories.faultAfterGoodWrites()
                .writes(30, Kind.FAIL)
                .writes(50, Kind.OK)
                .writes(50, Kind.INDETERMINATE)
                .writes(70, Kind.OK)
                .redundant(3_000, "");
        assertThat(history.judged().outage().ms()).as("the first one").isEqualTo(301);
        assertThat(availability(history))
                .as("0 to 301 ms and 800 to 1301 ms of 2000 ms; 120 of 200 writes")
                .isEqualTo(new Availability(2, 501, 802, 59.9, Optional.of(60.0)));
    }

    @Test
    void fewerThanTwentyGoodWritesDoNotPartAnOutageInTwo() {
        assertThat(availability(Histories.faultAfterGoodWrites()
                        .writes(10, Kind.FAIL)
                        .writes(19, Kind.OK)
                        .writes(10, Kind.FAIL)
                        .writes(61, Kind.OK)
                        .redundant(2_000, "")))
                .isEqualTo(new Availability(1, 391, 391, 60.9, Optional.of(80.0)));
    }

    @Test
    void oneThatNeverEndsLastsUntilTheLastOutcome() {
        assertThat(availability(Histories.faultAfterGoodWrites()
                        .writes(100, Kind.FAIL)
                        .redundant(2_500, "a1 is down")
                        .finalRead(9_000, "", "a2", "0-99")))
                .isEqualTo(new Availability(1, 991, 991, 33.933, Optional.of(0.0)));
    }

    @Test
    void whatComesAfterTheRoleHasSettledIsOutsideTheWindow() {
        assertThat(availability(Histories.faultAfterGoodWrites()
                        .writes(50, Kind.OK)
                        .redundant(1_500, "")
                        .writes(10, Kind.FAIL)
                        .writes(30, Kind.OK)))
                .as(
                        "writes 150 to 159 failed, and the fault harmed nobody for less than a second: the outage is its doing")
                .isEqualTo(new Availability(1, 601, 601, 0, Optional.of(100.0)));
    }

    @Test
    void isNeverRoundedUp() {
        Histories history = Histories.faultAfterGoodWrites().writes(101, Kind.OK);
        for (int i = 0; i < 1_000; i++) {
            history.writes(100, Kind.OK);
        }
        history.writes(1, Kind.FAIL).writes(30, Kind.OK).redundant(10_000_000, "");
        assertThat(availability(history).percent()).isEqualTo(99.999);
    }

    @Test
    void isNotKnownBeforeTheRoleHasSettled() {
        assertThat(Histories.faultAfterGoodWrites()
                        .writes(100, Kind.OK)
                        .judged()
                        .availability())
                .isEmpty();
        assertThat(Histories.begin()
                        .writes(100, Kind.OK)
                        .redundant(1_000, "")
                        .judged()
                        .availability())
                .as("there was no fault")
                .isEmpty();
    }

    private static Availability availability(Histories history) {
        return history.judged().availability().orElseThrow();
    }
}
