package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeLookTest {
    private final NodeLook standby = new NodeLook(false, 0, false, "0/3000060");
    private final NodeLook chosen = new NodeLook(false, 0, true, "0/3000148");
    private final NodeLook primary = new NodeLook(true, 2, false, "0/30001B8");

    @Test
    void beingChosenIsTheDecision() {
        assertThat(chosen.since(standby, "pg2"))
                .containsExactly(
                        new Evidence("pg2", "pg_promote", "was called at 0/3000148", Optional.of(Stage.DECIDED)));
    }

    @Test
    void leavingRecoveryIsThePromotion() {
        assertThat(primary.since(chosen, "pg2"))
                .containsExactly(
                        new Evidence("pg2", "primary", "on timeline 2 at 0/30001B8", Optional.of(Stage.PROMOTED)));
    }

    @Test
    void anOldPrimaryThatFollowsProvesNoStage() {
        assertThat(standby.since(primary, "pg1"))
                .containsExactly(new Evidence("pg1", "standby", "at 0/3000060", Optional.empty()));
    }

    @Test
    void whatStaysIsNoNews() {
        assertThat(standby.since(standby, "pg3")).isEmpty();
        assertThat(primary.since(primary, "pg1")).isEmpty();
    }
}
