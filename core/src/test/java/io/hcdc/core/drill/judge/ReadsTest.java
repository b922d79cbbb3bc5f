package io.hcdc.core.drill.judge;

import static io.hcdc.core.drill.archive.Histories.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import org.junit.jupiter.api.Test;

/** Write n is sent at 10n ms and answered a millisecond later. */
class ReadsTest {

    @Test
    void whereNobodyReadNothingIsSaid() {
        assertThat(Histories.faultAfterGoodWrites().judged().reads()).isEmpty();
    }

    @Test
    void whatShowsEverythingAcknowledgedIsFine() {
        assertThat(reads(Histories.begin()
                        .read(0, 1, -1)
                        .writes(100, Kind.OK)
                        .read(500, 502, 49)
                        .read(502, 504, 50)
                        .read(990, 1_200, 99)))
                .as("write 50 was under way when the first of the two at 500 ms began")
                .isEqualTo(new Reads(4, 4, 0, 0, 0));
    }

    @Test
    void whatLacksAnAcknowledgedWriteIsStale() {
        assertThat(reads(Histories.begin()
                        .writes(100, Kind.OK)
                        .read(502, 504, 49)
                        .read(600, 601, 39)
                        .read(700, 701, -1)))
                .as("behind by 1, 199 and 699 ms")
                .isEqualTo(new Reads(3, 3, 3, 699, 2));
    }

    @Test
    void whatWasRefusedNeedNotBeShown() {
        assertThat(reads(Histories.begin()
                        .writes(10, Kind.OK)
                        .writes(5, Kind.FAIL)
                        .writes(5, Kind.INDETERMINATE)
                        .read(300, 301, 9)
                        .read(301, 302, 17)))
                .isEqualTo(new Reads(2, 2, 0, 0, 0));
    }

    @Test
    void numbersMayBeMissing() {
        assertThat(reads(Histories.begin()
                        .write(5, 50, 51, Kind.OK)
                        .write(9, 90, 91, Kind.OK)
                        .read(100, 101, 9)
                        .read(101, 102, 7)))
                .isEqualTo(new Reads(2, 2, 1, 10, 1));
    }

    @Test
    void aClientIsShownLessThanBefore() {
        assertThat(reads(Histories.begin()
                        .read(1, 100, 110, 50)
                        .read(2, 120, 130, 40)
                        .read(1, 120, 130, 49)
                        .read(1, 140, 150, 50)))
                .as("the other client never saw more")
                .isEqualTo(new Reads(4, 4, 0, 0, 1));
    }

    @Test
    void ofTwoThatOverlapNeitherIsTheEarlier() {
        assertThat(reads(Histories.begin().read(1, 100, 120, 50).read(1, 110, 115, 40)))
                .isEqualTo(new Reads(2, 2, 0, 0, 0));
    }

    @Test
    void whatWasNotAnsweredShowsNothing() {
        assertThat(reads(Histories.begin()
                        .writes(10, Kind.OK)
                        .entry(new Entry.Read(
                                0, nanos(200), nanos(200), nanos(300), Kind.INDETERMINATE, "", "timeout", 1, -1))))
                .isEqualTo(new Reads(1, 0, 0, 0, 0));
    }

    private static Reads reads(Histories history) {
        return history.judged().reads().orElseThrow();
    }
}
