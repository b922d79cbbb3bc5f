package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Decoys;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code nuke} of one stack removes all of it, and nothing else, and never without being told to. */
@OnRealEngine
class NukeObligation {
    private static final TestStack DOOMED = new TestStack("e2e-doomed", "standalone", 13_000);

    private static final Decoys DECOYS = new Decoys(Docker.here());

    private static List<String> decoysAtFirst;

    @BeforeAll
    static void up() {
        decoysAtFirst = DECOYS.make(DOOMED.name());
    }

    @AfterAll
    static void removeDecoys() {
        DECOYS.remove();
    }

    @Test
    void nothingGoesUnlessSomebodySaysYes() {
        DOOMED.up();
        List<String> before = Docker.here().traces(DOOMED.name());

        DOOMED.run("nuke").complaining(2, "nobody is there to answer", "--yes");
        Hcdc.here().runTyping("n\n", "nuke", "--name", DOOMED.name()).expect(1).saying("nothing was removed");

        assertThat(Docker.here().traces(DOOMED.name())).isEqualTo(before).isNotEmpty();
        assertThat(DOOMED.run("status").exit()).isZero();
    }

    @Test
    void allOfTheStackGoesAndEverythingElseStays() throws IOException {
        DOOMED.up();
        List<String> images = Docker.here().images(Docker.IMAGE);
        Path strangersFolder = Files.createDirectories(Hcdc.HOMES.resolve("e2e-strangers-folder"));
        Files.writeString(strangersFolder.resolve("docker-compose.yml"), "# not the program's\n");

        Hcdc.here()
                .runTyping("y\n", "nuke", "--name", DOOMED.name())
                .expect(0)
                .saying("- container  e2e-doomed-rds1", "- volume     e2e-doomed-pg1", "- network    e2e-doomed");

        assertThat(Docker.here().traces(DOOMED.name())).isEmpty();
        assertThat(DOOMED.home()).doesNotExist();
        assertThat(DECOYS.present()).isEqualTo(decoysAtFirst).isNotEmpty();
        assertThat(Docker.here().images(Docker.IMAGE)).isEqualTo(images);
        Hcdc.here().run("nuke", "--name", "e2e-strangers-folder", "--yes").complaining(2, "there is no stack");
        assertThat(strangersFolder.resolve("docker-compose.yml")).exists();
        Files.delete(strangersFolder.resolve("docker-compose.yml"));
        Files.delete(strangersFolder);
    }
}
