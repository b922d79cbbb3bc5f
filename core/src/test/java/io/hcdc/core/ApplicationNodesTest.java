package io.hcdc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeBalancer;
import io.hcdc.core.fake.FakeComponent;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.fake.Stacks;
import io.hcdc.core.plan.Planner.Removal;
import io.hcdc.core.pool.NodeChange;
import io.hcdc.core.pool.NodeChange.Guard;
import io.hcdc.core.pool.PoolStatus;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.stack.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationNodesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String RELOAD = "signal hcdc-w1 SIGHUP";

    private final FakeBalancer.Server server = new FakeBalancer.Server();
    private final FakeEngine engine = new FakeEngine().onSignal(container -> readItsFile());

    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    private Hcdc hcdc;

    @BeforeEach
    void up() {
        hcdc = new Hcdc(
                () -> engine,
                new Components(List.of(new FakeBalancer(server), FakeComponent.of("alpha", 7100))),
                root,
                Progress.SILENT);
        hcdc.init(request());
        readItsFile();
        engine.forgetCalls();
    }

    @Test
    void aStackThatComesUpIsAskedNothing() {
        assertThat(server.questions()).isZero();
        assertThat(hcdc.init(request()).plan().isEmpty()).isTrue();
        assertThat(server.questions()).isEqualTo(1);
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void aNodeMoreIsAReloadAndNothingElse() {
        hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT);
        assertThat(engine.calls()).containsExactly(RELOAD);
        assertThat(nodes()).containsExactly(tuple("app1", "h:1", false, "up"));
    }

    @Test
    void everyChangeIsAReload() {
        hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT);
        hcdc.changeNodes("hcdc", add("app2", "h:2"), LIMIT);
        hcdc.changeNodes("hcdc", new NodeChange.Drain("app1", Guard.KEEP_ONE), LIMIT);
        assertThat(nodes()).containsExactly(tuple("app1", "h:1", true, "drain"), tuple("app2", "h:2", false, "up"));
        hcdc.changeNodes("hcdc", new NodeChange.Undrain("app1"), LIMIT);
        hcdc.changeNodes("hcdc", new NodeChange.Remove("app2", Guard.KEEP_ONE), LIMIT);
        assertThat(nodes()).containsExactly(tuple("app1", "h:1", false, "up"));
        assertThat(engine.calls()).hasSize(5).containsOnly(RELOAD);
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT);
        engine.forgetCalls();
        assertThat(hcdc.changeNodes("hcdc", new NodeChange.Undrain("app1"), LIMIT)
                        .plan()
                        .isEmpty())
                .isTrue();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void theSameCommandFinishesWhatWasCutOffBeforeTheReload() {
        engine.refuse(RELOAD);
        for (NodeChange change : List.of(add("app1", "h:1"), new NodeChange.Remove("app1", Guard.FORCE))) {
            assertThatThrownBy(() -> hcdc.changeNodes("hcdc", change, LIMIT))
                    .isInstanceOf(OperationFailedException.class);
            engine.allowAll();
            hcdc.changeNodes("hcdc", change, LIMIT);
            assertThat(hcdc.nodes("hcdc").nodes())
                    .extracting(PoolStatus.PoolNode::name)
                    .doesNotContain("none")
                    .hasSize(change instanceof NodeChange.Add ? 1 : 0);
            assertThatThrownBy(() -> hcdc.changeNodes("hcdc", change, LIMIT))
                    .as("given once more, it is a mistake")
                    .isInstanceOf(InvalidInputException.class);
            engine.refuse(RELOAD);
        }
    }

    @Test
    void otherSettingsStayAndSoDoesWhereTheyCameFrom() throws IOException {
        hcdc.init(request("alpha.greeting=bye"));
        String before = Files.readString(root.resolve("hcdc/stack.yaml"));
        hcdc.changeNodes("hcdc", add("yes", "h:1"), LIMIT);
        assertThat(root.resolve("hcdc/stack.yaml"))
                .content()
                .startsWith(before.lines().findFirst().orElseThrow())
                .contains("bye")
                .contains("yes");
    }

    @Test
    void initWithoutTheNodeTakesItOut() {
        hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT);
        assertThat(hcdc.planInit(request()).text())
                .isEqualTo("~ container  hcdc-w1 (reload: its configuration changed)");
        hcdc.init(request());
        assertThat(nodes()).isEmpty();
    }

    @Test
    void aServerThatDoesNotSayWhatItRunsWithIsTold() {
        server.read("");
        assertThat(hcdc.planInit(request()).text())
                .isEqualTo("~ container  hcdc-w1 (reload: it does not say what it runs with)");
    }

    @Test
    void badInputChangesNothing() {
        hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT);
        engine.forgetCalls();
        refused(add("app1", "h:2"), "there is a node of this name, at h:1");
        refused(add("app1", "h:1"), "there is a node of this name");
        refused(add("app2", "h:1"), "is app1's address already");
        refused(add("app2", "nowhere"), "web.nodes.app2: is no address");
        refused(new NodeChange.Remove("app2", Guard.FORCE), "did you mean app1?");
        refused(new NodeChange.Drain("app2", Guard.FORCE), "did you mean app1?");
        refused(new NodeChange.Undrain("other"), "known: app1");
        refused(new NodeChange.Drain("app1", Guard.KEEP_ONE), "every new client is answered 503");
        refused(new NodeChange.Remove("app1", Guard.KEEP_ONE), "without it nobody answers");
        assertThat(engine.calls()).isEmpty();
        hcdc.changeNodes("hcdc", new NodeChange.Drain("app1", Guard.FORCE), LIMIT);
        assertThat(nodes()).containsExactly(tuple("app1", "h:1", true, "drain"));
    }

    @Test
    void aStackThatIsDownIsSaidToBe() {
        hcdc.execute("hcdc", hcdc.planDown("hcdc", Removal.KEEP_VOLUMES));
        assertThatThrownBy(() -> hcdc.changeNodes("hcdc", add("app1", "h:1"), LIMIT))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageContaining("is down");
        assertThatThrownBy(() -> hcdc.nodes("hcdc")).isInstanceOf(EnvironmentNotReadyException.class);
    }

    @Test
    void aStackWithoutABalancerHasNoNodes() throws IOException {
        Path yaml = Files.writeString(elsewhere.resolve("solo.yaml"), "alpha:\n");
        hcdc.render(new StackRequest("solo", yaml.toString(), List.of(), LIMIT));
        assertThatThrownBy(() -> hcdc.nodes("solo"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none of its components is a balancer: alpha");
    }

    private void refused(NodeChange change, String why) {
        assertThatThrownBy(() -> hcdc.changeNodes("hcdc", change, LIMIT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(why);
    }

    private List<org.assertj.core.groups.Tuple> nodes() {
        return hcdc.nodes("hcdc").nodes().stream()
                .map(node -> tuple(
                        node.name(),
                        node.address(),
                        node.drained(),
                        node.balancers().get(0).state()))
                .toList();
    }

    private static NodeChange add(String node, String address) {
        return new NodeChange.Add(node, address);
    }

    private void readItsFile() {
        try {
            server.read(Files.readString(root.resolve("hcdc/config/w1/web.conf")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On ports that nobody is likely to hold. */
    private StackRequest request(String... settings) {
        try {
            Path yaml = Files.writeString(elsewhere.resolve("web.yaml"), "port-offset: 21434\nweb:\nalpha:\n");
            return new StackRequest("hcdc", yaml.toString(), Stacks.settings(settings), LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
