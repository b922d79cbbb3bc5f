package io.hcdc.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.fake.Stacks;
import io.hcdc.core.spec.Clocks;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import io.hcdc.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveSettingsTest {
    private final Stack stack = Stacks.solo(
            "port-offset=100",
            "bind=0.0.0.0",
            "description='yes: \"quoted\", and more'",
            "alpha.mode=wild",
            "alpha.greeting=\"no\"",
            "alpha.peer-nodes=[{name: x, port: 1}]",
            "beta.labels={on: 'off', 'a b': '012'}",
            "beta.certificate=\"first\\nsecond\\n\"");

    @Test
    void loadingTheTextGivesTheSameStack(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stack.yaml"), new EffectiveSettings().text(stack));
        Stack again = Stacks.resolver().resolve("hcdc", Stacks.loader().load(file.toString(), List.of()), "not needed");
        assertThat(again.parts()).extracting(Part::config).isEqualTo(configs(stack));
        assertThat(again.nodes()).hasToString(stack.nodes().toString());
        assertThat(again.subnet()).isEqualTo(stack.subnet());
        assertThat(again.bind()).isEqualTo(stack.bind());
        assertThat(again.portOffset()).isEqualTo(stack.portOffset());
        assertThat(again.description()).isEqualTo(stack.description());
        assertThat(Stacks.render(again).containers())
                .isEqualTo(Stacks.render(stack).containers());
    }

    @Test
    void ownClocksAreKept(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("stack.yaml"), new EffectiveSettings().text(Stacks.solo("own-clocks=true")));
        assertThat(Stacks.loader().load(file.toString(), List.of()).clocks()).isEqualTo(Clocks.OWN);
    }

    @Test
    void saysEverySetting() {
        Golden.matches("stack.yaml", new EffectiveSettings().text(stack));
    }

    private static List<Record> configs(Stack stack) {
        return stack.parts().stream().<Record>map(Part::config).toList();
    }
}
