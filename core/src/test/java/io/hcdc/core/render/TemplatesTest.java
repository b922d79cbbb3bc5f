package io.hcdc.core.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.fake.FakeComponent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final Templates templates = new Templates();

    @Test
    void numbersAreWrittenAsProgramsReadThem() {
        assertThat(templates.render(TemplatesTest.class, "number.ftl", Map.of("number", 1234567, "yes", true)))
                .isEqualTo("1234567 true\n");
    }

    @Test
    void aTemplateThatNamesSomethingUnknownFailsLoudly() {
        assertThatThrownBy(() -> templates.render(FakeComponent.class, "fake.conf.ftl", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fake.conf.ftl")
                .hasMessageContaining("node");
    }

    @Test
    void aMissingTemplateIsNamed() {
        assertThatThrownBy(() -> templates.render(FakeComponent.class, "none.ftl", Map.of()))
                .hasMessage("no template io.hcdc.core.fake/none.ftl");
    }
}
