package io.hcdc.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.hcdc.api.Problem;
import io.hcdc.core.fake.FakeComponent;
import io.hcdc.core.fake.FakeComponent.Config;
import io.hcdc.core.fake.FakeComponent.Mode;
import io.hcdc.core.fake.FakeComponent.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigBinderTest {
    private final FakeComponent component = FakeComponent.of("alpha", 7000);
    private final ConfigBinder binder = new ConfigBinder();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void whatIsNotGivenIsTheDefault() {
        assertThat(bind("{}")).isEqualTo(component.defaults());
        assertThat(bind("null")).isEqualTo(component.defaults());
        assertThat(bind("{port: , mode: , greeting: , peer-nodes: }")).isEqualTo(component.defaults());
        assertThat(problems).isEmpty();
    }

    @Test
    void readsEveryKindOfSetting() {
        Config config = bind("{port: 1, mode: wild, loud: true, greeting: hi, peer-nodes: [{name: x, port: 2}],"
                + " labels: {a: b}}");
        assertThat(problems).isEmpty();
        assertThat(config)
                .isEqualTo(new Config(
                        1, 1, Mode.WILD, true, "hi", List.of(new Peer("x", 2)), Map.of("a", "b"), Map.of(), ""));
    }

    @Test
    void namesAreKebabCase() {
        assertThat(ConfigBinder.kebab("downAfterMilliseconds")).isEqualTo("down-after-milliseconds");
        assertThat(ConfigBinder.kebab("port")).isEqualTo("port");
        bind("{peerNodes: []}");
        assertThat(problems)
                .containsExactly(
                        Problem.at("alpha.peerNodes", "unknown setting").hint("did you mean peer-nodes?"));
    }

    @Test
    void aWordMayBeInAnyCase() {
        assertThat(bind("{mode: Wild}").mode()).isEqualTo(Mode.WILD);
        assertThat(bind("{mode: WILD}").mode()).isEqualTo(Mode.WILD);
    }

    @ParameterizedTest
    @CsvSource({"on, true", "On, true", "true, true", "off, false", "OFF, false", "false, false"})
    void yesAndNoMayBeSaidAsServersSayIt(String word, boolean loud) {
        assertThat(bind("{loud: " + word + "}").loud()).isEqualTo(loud);
        assertThat(bind("{loud: '" + word + "'}").loud()).isEqualTo(loud);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{port: many}               | alpha.port: expected a whole number, got 'many' (the default is 7000)",
                "{port: 1.5}                | alpha.port: expected a whole number, got '1.5' (the default is 7000)",
                "{port: ''}                 | alpha.port: expected a whole number, got '' (the default is 7000)",
                "{port: [1]}                | alpha.port: expected a whole number, got [1] (the default is 7000)",
                "{mode: mad}                | alpha.mode: expected calm or wild, got 'mad' (the default is calm)",
                "{mode: 1}                  | alpha.mode: expected calm or wild, got '1' (the default is calm)",
                "{mode: ''}                 | alpha.mode: expected calm or wild, got '' (the default is calm)",
                "{loud: often}              | alpha.loud: expected true or false, got 'often' (the default is false)",
                "{greeting: [a]}            | alpha.greeting: expected text, got [\"a\"] (the default is hello)",
                "{peer-nodes: x}            | alpha.peer-nodes: expected a list of {name, port}, got 'x' (leave it out for none)",
                "{peer-nodes: [{nam: x}]}   | alpha.peer-nodes: expected a list of {name, port}, got [{\"nam\":\"x\"}] (leave it out for none)",
                "{labels: 5}                | alpha.labels: expected settings by name, got '5' (one by one: --set alpha.labels.NAME=VALUE)",
                "text                       | alpha: expected settings by name, got 'text' (known: port, nodes, mode, loud, greeting, peer-nodes, labels, fronts, certificate)",
                "{nodez: 1}                 | alpha.nodez: unknown setting (did you mean nodes?)"
            })
    void saysWhatIsWrongWhere(String yaml, String problem) {
        bind(yaml);
        assertThat(problems).extracting(Problem::toString).containsExactly(problem);
    }

    @Test
    void reportsEveryMistakeAndKeepsTheDefaultInItsPlace() {
        Config config = bind("{port: many, mode: mad, colour: red, nodes: 5}");
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("alpha.port", "alpha.mode", "alpha.colour");
        assertThat(config.port()).isEqualTo(7000);
        assertThat(config.nodes()).isEqualTo(5);
    }

    @Test
    void whatIsWrittenBackBindsToTheSame() {
        Config config = bind("{mode: wild, peer-nodes: [{name: x, port: 2}], labels: {a: b}, greeting: 'no'}");
        Map<String, Object> settings = binder.unbind(config);
        assertThat(settings).containsKeys("peer-nodes", "port");
        assertThat(binder.bind(component, new ObjectMapper().valueToTree(settings), problems))
                .isEqualTo(config);
        assertThat(problems).isEmpty();
    }

    private Config bind(String yaml) {
        try {
            return binder.bind(component, new ObjectMapper(new YAMLFactory()).readTree(yaml), problems);
        } catch (JsonProcessingException e) {
            throw new AssertionError(yaml, e);
        }
    }
}
