package io.hcdc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSpecTest {

    @Test
    void readsItsContextBesideItsOwner() {
        ImageSpec image = new ImageSpec("x", ImageSpecTest.class, List.of("Dockerfile"));
        assertThat(new String(image.read("Dockerfile"), StandardCharsets.UTF_8)).isEqualTo("ARG BASE\nFROM ${BASE}\n");
    }

    @Test
    void needsADockerfile() {
        assertThatThrownBy(() -> new ImageSpec("x", ImageSpecTest.class, List.of("start.sh")))
                .hasMessage("image x has no Dockerfile");
    }

    @Test
    void namesTheFileThatIsMissing() {
        ImageSpec image = new ImageSpec("x", ImageSpecTest.class, List.of("Dockerfile", "none.sh"));
        assertThatThrownBy(() -> image.read("none.sh")).hasMessage("image x: no resource docker/x/none.sh");
    }
}
