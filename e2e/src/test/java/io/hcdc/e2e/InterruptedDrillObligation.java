package io.hcdc.e2e;

import static io.hcdc.e2e.harness.TestStack.HA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Running;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a drill ends, its fault does not outlive it for long. */
@OnRealEngine
class InterruptedDrillObligation {

    @BeforeEach
    void up() {
        HA.up();
    }

    @Test
    void ctrlCHealsFirst() {
        Running drill = drillInTheMiddleOfItsFault();

        drill.interrupt();

        drill.end(Duration.ofSeconds(20))
                .expect(130)
                .saying("interrupted: heal rds")
                .withoutStackTrace();
        assertThat(Docker.here().paused(HA.name())).isEmpty();
        HA.awaitReady();
    }

    @Test
    void whatAKilledDrillLeftIsHealedByTheNextCommandWhichSaysSo() {
        Running drill = drillInTheMiddleOfItsFault();

        drill.kill();

        drill.end(Duration.ofSeconds(20)).expect(137);
        assertThat(Docker.here().paused(HA.name()))
                .as("what the killed drill left")
                .hasSize(1);
        HA.run("status").saying("heal what an interrupted drill left behind");
        assertThat(Docker.here().paused(HA.name())).isEmpty();
        HA.awaitReady();
        assertThat(HA.run("status").err()).doesNotContain("heal");
    }

    private static Running drillInTheMiddleOfItsFault() {
        Running drill = HA.start("failover-test", "rdsmaster", "--fault", "pause");
        await("a node is frozen")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Docker.here().paused(HA.name()).isEmpty() || !drill.isAlive());
        return drill;
    }
}
