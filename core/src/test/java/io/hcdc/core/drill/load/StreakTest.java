package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreakTest {
    private final Streak streak = new Streak();

    @Test
    void goesByNumberHoweverTheOutcomesComeIn() {
        streak.settle(1, true);
        streak.settle(2, true);
        assertThat(streak.length()).as("0 still owes its outcome").isZero();

        streak.settle(0, true);
        assertThat(streak.length()).isEqualTo(3);
    }

    @Test
    void endsAtAWriteThatWasNotAcknowledged() {
        streak.settle(0, true);
        streak.settle(1, false);
        streak.settle(2, true);
        assertThat(streak.length()).isEqualTo(1);
    }

    @Test
    void beginsAnewWithTheWritesThatAreStillToBeSent() {
        streak.settle(0, true);
        streak.restart(2);
        streak.settle(1, true);
        assertThat(streak.length()).as("1 was sent before").isZero();

        streak.settle(2, true);
        assertThat(streak.length()).isEqualTo(1);
    }
}
