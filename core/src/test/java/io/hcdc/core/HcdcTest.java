package io.hcdc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hcdc.api.Readiness;
import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.home.Home;
import io.hcdc.core.plan.Planner.Removal;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.stack.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HcdcTest {
    private static final String PAUSED_A1 = """
            [{"what": {"kind": "PAUSE", "amount": "", "cut": {"from": [], "direction": "BOTH", "clients": "KEEP"}},
              "node": "a1", "place": {"container": "hcdc-a1"}, "cutFrom": []}]
            """;

    private final FakeEngine engine = new FakeEngine();

    @TempDir
    private Path root;

    @Test
    void bringsAStackUp() {
        Init.Result result = hcdc(engine).init(request());
        assertThat(result.ready()).containsEntry("alpha", "well");
        assertThat(containers(engine)).hasSize(2).allMatch(ObservedContainer::isRunning);
        assertThat(root.resolve("hcdc/docker-compose.yml")).exists();
    }

    @Test
    void secondTimeChangesNothing() throws IOException {
        hcdc(engine).init(request());
        engine.forgetCalls();
        String compose = Files.readString(root.resolve("hcdc/docker-compose.yml"));
        assertThat(hcdc(engine).init(request()).plan().isEmpty()).isTrue();
        assertThat(engine.calls()).isEmpty();
        assertThat(root.resolve("hcdc/docker-compose.yml")).hasContent(compose);
    }

    @Test
    void dryRunTouchesNothing() {
        assertThat(hcdc(engine).planInit(request()).text()).contains("+ container  hcdc-a1");
        assertThat(engine.calls()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void sameCommandConvergesWhereverTheLastOneWasCutOff() {
        hcdc(engine).init(request());
        List<String> calls = new ArrayList<>(engine.calls());
        calls.remove("pull debian:bookworm-slim");
        for (String call : calls) {
            FakeEngine cutOff = new FakeEngine().refuse(call);
            Hcdc hcdc = hcdc(cutOff);
            assertThatThrownBy(() -> hcdc.init(request())).as(call).isInstanceOf(OperationFailedException.class);
            cutOff.allowAll();
            hcdc.init(request());
            assertThat(containers(cutOff)).as(call).hasSize(2).allMatch(ObservedContainer::isRunning);
            assertThat(hcdc.planInit(request()).isEmpty()).as(call).isTrue();
        }
    }

    @Test
    void comesBackFromDownWithTheSameSecretsAndAddresses() throws IOException {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        String secret = Files.readString(root.resolve("hcdc/secrets/alpha-password"));
        String subnet = hcdc.info("hcdc").subnet();
        hcdc.execute("hcdc", hcdc.planDown("hcdc", Removal.KEEP_VOLUMES));
        assertThat(containers(engine)).isEmpty();
        assertThat(engine.volumes(Labels.ofStack("hcdc"))).hasSize(2);
        assertThat(hcdc.planDown("hcdc", Removal.KEEP_VOLUMES).isEmpty()).isTrue();
        hcdc.init(request());
        assertThat(root.resolve("hcdc/secrets/alpha-password")).hasContent(secret);
        assertThat(hcdc.info("hcdc").subnet()).isEqualTo(subnet);
    }

    @Test
    void nukeLeavesNothingOfAnyStack() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        engine.with(FakeEngine.container("somebody-elses", State.RUNNING, Map.of()));
        hcdc.executeUnlocked(hcdc.planNuke(new Hcdc.NukeScope(Optional.empty(), Hcdc.NukeScope.Images.REMOVE)));
        assertThat(engine.containers(Map.of()))
                .extracting(ObservedContainer::name)
                .containsExactly("somebody-elses");
        assertThat(engine.networks(Map.of())).isEmpty();
        assertThat(engine.volumes(Map.of())).isEmpty();
        assertThat(engine.images(Labels.ofImages())).isEmpty();
        assertThat(engine.hasImage("debian:bookworm-slim")).as("is not ours").isTrue();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void nextCommandHealsWhatAKilledDrillLeft() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        engine.pause("hcdc-a1");
        new Home(root.resolve("hcdc")).write("drills/open-faults.json", PAUSED_A1);
        hcdc.status("hcdc");
        assertThat(engine.state("hcdc-a1")).isEqualTo(State.RUNNING);
        assertThat(root.resolve("hcdc/drills/open-faults.json")).doesNotExist();
    }

    @Test
    void leavesTheFaultOfADrillThatStillRuns() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        Home home = new Home(root.resolve("hcdc"));
        home.write("drills/open-faults.json", PAUSED_A1);
        engine.pause("hcdc-a1");
        try (Home.Lock drill = home.lock()) {
            hcdc.status("hcdc");
            assertThat(engine.state("hcdc-a1")).isEqualTo(State.PAUSED);
        }
    }

    @Test
    void isForOneAtATime() {
        try (Home.Lock other = new Home(root.resolve("hcdc")).lock()) {
            assertThatThrownBy(() -> hcdc(engine).init(request()))
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessageContaining("another hcdc is at work");
        }
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void networkOfARunningStackStays() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        assertThatThrownBy(() -> hcdc.init(request("subnet=10.1.2.0/24")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("hcdc down");
    }

    @Test
    void choosesAnotherSubnetWhenSomebodyWasFaster() {
        Hcdc hcdc = hcdc(engine.withRivals(2));
        assertThat(hcdc.init(request()).ready()).containsEntry("alpha", "well");
        assertThat(engine.subnets())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains(hcdc.info("hcdc").subnet());
    }

    @Test
    void givesUpWhereEverySubnetIsTakenAtTheLastMoment() {
        Hcdc hcdc = hcdc(engine.withRivals(100));
        assertThatThrownBy(() -> hcdc.init(request()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Pool overlaps");
    }

    @Test
    void keepsToTheSubnetThatIsNamed() {
        Hcdc hcdc = hcdc(engine.withRivals(1));
        assertThatThrownBy(() -> hcdc.init(request("subnet=10.1.2.0/24")))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Pool overlaps");
    }

    @Test
    void statusTellsWhatIsMissing() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        engine.kill("hcdc-a1");
        engine.remove("hcdc-a2");
        assertThat(hcdc.status("hcdc").nodes())
                .extracting(StackStatus.NodeStatus::container, StackStatus.NodeStatus::role)
                .containsExactly(tuple("exited", ""), tuple("missing", ""));
    }

    @Test
    void statusOfWhatIsDownTellsThatRatherThanRefusedConnections() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        engine.kill("hcdc-a1");
        assertThat(hcdc.status("hcdc").isDown()).isFalse();
        engine.remove("hcdc-a2");
        StackStatus status = hcdc.status("hcdc");
        assertThat(status.isDown()).isTrue();
        assertThat(status.nodes()).extracting(StackStatus.NodeStatus::detail).containsExactly("EXITED", "");
        assertThat(status.readiness()).containsEntry("alpha", new Readiness.NotReady("none of its containers runs"));
    }

    @Test
    void namesTheNearestStackAndNode() {
        Hcdc hcdc = hcdc(engine);
        hcdc.init(request());
        assertThatThrownBy(() -> hcdc.status("hcdk"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean hcdc?");
        assertThatThrownBy(() -> hcdc.logs("hcdc", "a9", null, line -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("unknown node 'a9' (did you mean a1?)");
    }

    private Hcdc hcdc(FakeEngine on) {
        return new Hcdc(() -> on, Stacks.COMPONENTS, root, Progress.SILENT);
    }

    private static List<ObservedContainer> containers(FakeEngine engine) {
        return engine.containers(Labels.ofStack("hcdc"));
    }

    /** On ports that nobody is likely to hold. */
    private static StackRequest request(String... settings) {
        List<String> all = new ArrayList<>(List.of("port-offset=21234"));
        all.addAll(List.of(settings));
        return new StackRequest("hcdc", "pair", Stacks.settings(all.toArray(String[]::new)), Duration.ofSeconds(10));
    }
}
