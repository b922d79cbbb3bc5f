package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Artifacts;
import io.hcdc.e2e.harness.Decoys;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.TestStack;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What concerns the whole machine comes last: {@code nuke} takes the images with it, and only then is there one to build.
 * Refuses where somebody else's stack is, who would not like it.
 */
@OnRealEngine
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeMachineObligation {
    private static final String BASE = "hcdc/base:bookworm";

    private static List<String> decoys;

    @BeforeAll
    static void theMachineIsOurs() {
        assertThat(Docker.allStacks())
                .as("stacks on this engine: this test nukes all of it, so there may be none but the tests' own;"
                        + " remove the others with 'hcdc nuke --name NAME'")
                .allMatch(name -> name.startsWith(Docker.OURS));
        decoys = Decoys.make("e2e-doomed");
    }

    @AfterAll
    static void removeDecoys() {
        Decoys.remove();
    }

    @Test
    @Order(1)
    void withoutAnAnswerNothingGoes() {
        TestStack.HA.up();
        List<String> images = Docker.images(Docker.IMAGE);

        Hcdc.here().run("nuke").complaining(2, "nobody is there to answer");

        assertThat(Docker.images(Docker.IMAGE)).isEqualTo(images).isNotEmpty();
        assertThat(Docker.traces(TestStack.HA.name())).isNotEmpty();
    }

    @Test
    @Order(2)
    void imagesAreSparedOnRequest() {
        List<String> images = Docker.images(Docker.IMAGE);

        Hcdc.here().run("nuke", "--yes", "--keep-images").expect(0);

        assertThat(Docker.allStacks()).isEmpty();
        assertThat(Docker.images(Docker.IMAGE)).isEqualTo(images).isNotEmpty();
        assertThat(Hcdc.HOMES).isEmptyDirectory();
        assertThat(Decoys.present()).isEqualTo(decoys);
    }

    @Test
    @Order(3)
    void everythingGoesAndNothingElse() {
        TestStack.HA.up();

        Hcdc.here().run("nuke", "--yes").expect(0).saying("- image ");

        assertThat(Docker.allStacks()).isEmpty();
        assertThat(Docker.images(Docker.IMAGE)).isEmpty();
        assertThat(Hcdc.HOMES).isEmptyDirectory();
        assertThat(Decoys.present()).isEqualTo(decoys).isNotEmpty();
        Hcdc.here().run("nuke", "--yes").expect(0).saying("nothing of hcdc's is here");
    }

    /** On a base in which no command can run. */
    @Test
    @Order(4)
    void aBuildThatFailsIsNamedWithWhatItSaid() {
        Docker.run("tag", "hcdc/decoy:bookworm", BASE);
        TestStack unbuilt = new TestStack(
                "e2e-unbuilt", Artifacts.write("nfs.yaml", "nfs:\n").toString(), 18_000);
        try {
            unbuilt.init().complaining(1, "image nfs: the build failed", "hcdc init");

            assertThat(Docker.traces(unbuilt.name())).isEmpty();
            assertThat(Docker.images(Docker.IMAGE)).isEmpty();
        } finally {
            Docker.run("rmi", BASE);
            unbuilt.run("nuke", "--yes");
        }
    }
}
