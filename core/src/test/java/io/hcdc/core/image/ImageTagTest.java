package io.hcdc.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.ImageSpec;
import io.hcdc.core.fake.FakeComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTagTest {
    private static final List<String> FILES = List.of("Dockerfile", "start.sh");

    @Test
    void isTheNameWithAHashOfTheContext() {
        assertThat(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, FILES)))
                .matches("hcdc/fake:[0-9a-f]{12}");
    }

    @Test
    void changesWithTheContentOfAFile() {
        assertThat(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, FILES)))
                .isNotEqualTo(ImageTag.of(new ImageSpec("fake", FakeComponent.class, FILES)));
    }

    @Test
    void changesWithTheListOfFiles() {
        assertThat(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, FILES)))
                .isNotEqualTo(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, List.of("Dockerfile"))));
    }

    @Test
    void doesNotDependOnTheOrderOfTheFiles() {
        assertThat(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, List.of("start.sh", "Dockerfile"))))
                .isEqualTo(ImageTag.of(new ImageSpec("fake", ImageTagTest.class, FILES)));
    }
}
