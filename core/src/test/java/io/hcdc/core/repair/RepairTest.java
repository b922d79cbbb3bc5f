package io.hcdc.core.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hcdc.core.Hcdc;
import io.hcdc.core.StackRequest;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeComponent;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.FakeReplicas;
import io.hcdc.core.fake.RecordingProgress;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.stack.Components;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
    private static final Components COMPONENTS = new Components(
            List.of(new FakeComponent("alpha", 7000, FakeReplicas::new), FakeComponent.of("beta", 8000)));

    private final FakeEngine engine = new FakeEngine();
    private final RecordingProgress progress = new RecordingProgress();

    @TempDir
    private Path root;

    private Hcdc hcdc;

    @BeforeEach
    void bringUp() {
        hcdc = new Hcdc(() -> engine, COMPONENTS, root, progress);
        hcdc.init(new StackRequest(
                "hcdc", "solo", Stacks.settings("alpha.nodes=3", "port-offset=21234"), Duration.ofSeconds(10)));
        engine.forgetCalls();
    }

    @Test
    void runsTheComponentsCommandInTheNode() {
        engine.answering("copying\nfollows a1\n", 0);

        hcdc.repair("hcdc", hcdc.planRepair("hcdc", "a2"));

        assertThat(engine.calls()).containsExactly("exec hcdc-a2 reseed a2");
        assertThat(progress.done()).contains("repair a2");
    }

    @Test
    void planningTouchesNothing() {
        assertThat(hcdc.planRepair("hcdc", "a2").command()).containsExactly("reseed", "a2");
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void aComponentThatCannotIsRefusedAndThoseThatCanAreNamed() {
        assertThatThrownBy(() -> hcdc.planRepair("hcdc", "b1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("b1: beta nodes cannot be repaired from their peers (a1, a2 can)");
        assertThatThrownBy(() -> hcdc.planRepair("hcdc", "a3"))
                .as("a node that keeps no data")
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anUnknownNodeIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> hcdc.planRepair("hcdc", "a9"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean a1?");
    }

    @Test
    void aRefusalOfTheNodeIsPassedOnWithItsLastWords() {
        engine.answering(IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")), 3);
        Repair repair = hcdc.planRepair("hcdc", "a1");

        OperationFailedException failed =
                catchThrowableOfType(OperationFailedException.class, () -> hcdc.repair("hcdc", repair));

        assertThat(failed).hasMessageContaining("a1: the repair ended with 3");
        assertThat(failed.tail()).hasSize(15).endsWith("line 20");
        assertThat(progress.failed()).contains("repair a1");
    }

    @Test
    void aContainerThatIsDownCannotBeRepaired() {
        Repair repair = hcdc.planRepair("hcdc", "a2");
        engine.kill("hcdc-a2");

        assertThatThrownBy(() -> hcdc.repair("hcdc", repair))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("hcdc init");
        assertThat(engine.calls()).doesNotContain("exec hcdc-a2 reseed a2");
    }

    @Test
    void isForOneAtATime() {
        Repair repair = hcdc.planRepair("hcdc", "a2");
        try (Home.Lock other = new Home(root.resolve("hcdc")).lock()) {
            assertThatThrownBy(() -> hcdc.repair("hcdc", repair)).isInstanceOf(EnvironmentNotReadyException.class);
        }
        assertThat(engine.calls()).isEmpty();
    }
}
