package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Decoys;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.EngineOfItsOwn;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.TestStack;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code nuke} without a name takes every stack of the engine, images too, and so it has one of its own here. */
@OnRealEngine
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeMachineObligation {
    private static final String BASE = "hcdc/base:bookworm";

    private static EngineOfItsOwn engine;
    private static Decoys decoys;
    private static List<String> decoysAtFirst;

    @BeforeAll
    static void start() {
        TestStack.HA.up();
        engine = EngineOfItsOwn.start();
        engine.take(Docker.here(), Docker.here().imagesFor(TestStack.HA.name()));
        decoys = new Decoys(engine.docker());
        decoysAtFirst = decoys.make("e2e-doomed");
        up();
    }

    @AfterAll
    static void end() {
        if (engine != null) {
            engine.close();
        }
    }

    private static void up() {
        engine.hcdc().run("init", "--name", "e2e-doomed").expect(0);
    }

    @Test
    @Order(1)
    void withoutAnAnswerNothingGoes() {
        List<String> images = engine.docker().images(Docker.IMAGE);
        List<String> traces = engine.docker().traces("e2e-doomed");

        engine.hcdc().run("nuke").complaining(2, "nobody is there to answer");

        assertThat(engine.docker().images(Docker.IMAGE)).isEqualTo(images).isNotEmpty();
        assertThat(engine.docker().traces("e2e-doomed")).isEqualTo(traces).isNotEmpty();
    }

    @Test
    @Order(2)
    void imagesAreSparedOnRequest() {
        List<String> images = engine.docker().images(Docker.IMAGE);

        engine.hcdc().run("nuke", "--yes", "--keep-images").expect(0);

        assertThat(engine.docker().allStacks()).isEmpty();
        assertThat(engine.docker().images(Docker.IMAGE)).isEqualTo(images).isNotEmpty();
        assertThat(engine.homes()).isEmptyDirectory();
        assertThat(decoys.present()).isEqualTo(decoysAtFirst);
    }

    @Test
    @Order(3)
    void everythingGoesAndNothingElse() {
        up();

        engine.hcdc().run("nuke", "--yes").expect(0).saying("- image ");

        assertThat(engine.docker().allStacks()).isEmpty();
        assertThat(engine.docker().images(Docker.IMAGE)).isEmpty();
        assertThat(engine.homes()).isEmptyDirectory();
        assertThat(decoys.present()).isEqualTo(decoysAtFirst).isNotEmpty();
        engine.hcdc().run("nuke", "--yes").expect(0).saying("nothing of hcdc's is here");
    }

    /** On a base in which no command can run. */
    @Test
    @Order(4)
    void aBuildThatFailsIsNamedWithWhatItSaid() {
        engine.docker().run("tag", "hcdc/decoy:bookworm", BASE);
        String nfs = Artifacts.write("nfs.yaml", "nfs:\n").toString();

        engine.hcdc()
                .run("init", nfs, "--name", "e2e-unbuilt")
                .complaining(1, "image nfs: the build failed", "hcdc init");

        assertThat(engine.docker().traces("e2e-unbuilt")).isEmpty();
        assertThat(engine.docker().images(Docker.IMAGE)).isEmpty();
    }
}
