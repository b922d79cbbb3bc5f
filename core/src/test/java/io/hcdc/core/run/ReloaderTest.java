package io.hcdc.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.fake.FakeBalancer;
import io.hcdc.core.fake.FakeEngine;
import io.hcdc.core.home.Home;
import io.hcdc.core.plan.Plan;
import io.hcdc.core.plan.Step;
import io.hcdc.core.progress.Progress;
import io.hcdc.core.spec.Catalogue;
import io.hcdc.core.spec.StackLoader;
import io.hcdc.core.stack.Components;
import io.hcdc.core.stack.Stack;
import io.hcdc.core.stack.StackResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloaderTest {
    private static final Plan PLAN =
            new Plan(List.of(new Step.ReloadContainer("hcdc-w1", "SIGHUP", "new", "its configuration changed")));

    private final FakeBalancer.Server server = new FakeBalancer.Server();
    private final FakeEngine engine = new FakeEngine();

    @TempDir
    private Path folder;

    @Test
    void endsWhenTheServerSaysTheNewVersion() throws IOException {
        server.read("version old");
        engine.onSignal(container -> server.read("version new"));
        reload();
        assertThat(engine.calls()).containsExactly("signal hcdc-w1 SIGHUP");
    }

    @Test
    void aServerThatKeepsToItsFormerConfigurationIsNamedWithItsLastWords() {
        server.read("version old");
        assertThatThrownBy(this::reload)
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("w1: it did not take its new configuration")
                .extracting("tail")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("hcdc-w1 said this");
    }

    @Test
    void aServerThatFallsSilentIsNamedToo() {
        engine.onSignal(container -> server.read(""));
        assertThatThrownBy(this::reload).hasMessageContaining("does not answer");
    }

    private void reload() throws IOException {
        Path yaml = Files.writeString(folder.resolve("web.yaml"), "web:\n");
        Components components = new Components(List.of(new FakeBalancer(server)));
        Stack stack = new StackResolver(components)
                .resolve(
                        "hcdc",
                        new StackLoader(new Catalogue(), components.types()).load(yaml.toString(), List.of()),
                        "10.77.64.0/24");
        try (RunningStack running = new RunningStack(stack, new Home(folder))) {
            new Reloader(engine, running, Progress.SILENT, Duration.ofMillis(200)).run(PLAN);
        }
    }
}
