package io.hcdc.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.fake.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLoaderTest {
    private final StackLoader loader = Stacks.loader();

    @TempDir
    private Path folder;

    @Test
    void loadsAStackOfTheCatalogue() {
        StackSpec spec = loader.load("solo", List.of());
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.description()).isEqualTo("One alpha and one beta");
        assertThat(spec.components()).containsOnlyKeys("alpha", "beta");
        assertThat(spec.bind()).isEqualTo("127.0.0.1");
        assertThat(spec.portOffset()).isZero();
        assertThat(spec.subnet()).isEmpty();
        assertThat(spec.clocks()).isEqualTo(Clocks.SHARED);
    }

    @Test
    void loadsAFileByItsPath() throws IOException {
        String file = file(
                "mine.yaml",
                "beta: {port: 81}\nbind: 0.0.0.0\nport-offset: 7\nsubnet: 10.1.2.0/24\nown-clocks: true\n");
        StackSpec spec = loader.load(file, List.of());
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.source()).isEqualTo(file);
        assertThat(spec.bind()).isEqualTo("0.0.0.0");
        assertThat(spec.portOffset()).isEqualTo(7);
        assertThat(spec.clocks()).isEqualTo(Clocks.OWN);
        assertThat(spec.subnet()).contains("10.1.2.0/24");
        assertThat(spec.components().get("beta").get("port").asInt()).isEqualTo(81);
    }

    @Test
    void namesTheNearestStackWhenThereIsNone() {
        assertThatThrownBy(() -> loader.load("solp", List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("unknown stack 'solp' (did you mean solo? (or give a YAML file's path))");
    }

    @Test
    void laterLayersWin() throws IOException {
        Path values = Path.of(file("values.yaml", "alpha: {greeting: from values, nodes: 3}\n"));
        Path text = Path.of(file("text", "from a file"));
        Setting set = new Setting.Value("alpha.greeting", "from set");
        Setting file = new Setting.Values(values);
        Setting setFile = new Setting.FileText("alpha.greeting", text);
        assertThat(greeting(set, file, setFile)).isEqualTo("from a file");
        assertThat(greeting(setFile, set, file)).isEqualTo("from values");
        assertThat(greeting(file, setFile, set)).isEqualTo("from set");
        assertThat(greeting(set, new Setting.Value("alpha.greeting", "again"))).isEqualTo("again");
    }

    @Test
    void aComponentIsAddedWithItsDefaultsAndSetLikeAnyOther() throws IOException {
        String file = file("one.yaml", "alpha: {nodes: 3}\n");
        StackSpec spec = loader.load(file, List.of(new Setting.With("beta")));
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.components()).containsOnlyKeys("alpha", "beta");
        assertThat(spec.components().get("beta").isNull()).isTrue();

        spec = loader.load(file, List.of(new Setting.With("beta"), new Setting.Value("beta.port", "81")));
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.components().get("beta").get("port").asInt()).isEqualTo(81);
    }

    @Test
    void addingAComponentThatIsThereChangesNothing() throws IOException {
        String file = file("one.yaml", "alpha: {nodes: 3}\n");
        StackSpec spec = loader.load(file, List.of(new Setting.With("alpha"), new Setting.With("alpha")));
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.components()).containsOnlyKeys("alpha");
        assertThat(spec.components().get("alpha").get("nodes").asInt()).isEqualTo(3);
    }

    @Test
    void namesTheNearestComponentWhenThereIsNone() {
        assertThat(problems("solo", new Setting.With("beat"), new Setting.With("port-offset")))
                .containsExactly(
                        Problem.at("--with", "unknown component 'beat'").hint("did you mean beta?"),
                        Problem.at("--with", "unknown component 'port-offset'").hint("known: alpha, beta"));
    }

    @Test
    void valuesChangeOnlyWhatTheyName() throws IOException {
        Path values = Path.of(file("values.yaml", "alpha: {loud: true}\n"));
        var alpha = loader.load("pair", List.of(new Setting.Values(values)))
                .components()
                .get("alpha");
        assertThat(alpha.get("loud").asBoolean()).isTrue();
        assertThat(alpha.get("nodes").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTheTypeOfWhatIsSet() {
        var alpha = loader.load(
                        "pair", Stacks.settings("alpha.loud=true", "alpha.port=70", "alpha.peer-nodes=[{name: x}]"))
                .components()
                .get("alpha");
        assertThat(alpha.get("loud").isBoolean()).isTrue();
        assertThat(alpha.get("port").isInt()).isTrue();
        assertThat(alpha.get("peer-nodes").isArray()).isTrue();
    }

    @Test
    void wordsThatLookLikeAnswersStayWords() {
        var alpha = loader.load("pair", Stacks.settings("alpha.greeting=no", "alpha.mode=on", "alpha.loud=false"))
                .components()
                .get("alpha");
        assertThat(alpha.get("greeting").asText()).isEqualTo("no");
        assertThat(alpha.get("mode").asText()).isEqualTo("on");
        assertThat(alpha.get("loud").isBoolean()).isTrue();
    }

    @Test
    void setToNothingMeansTheEmptyText() {
        assertThat(greeting(new Setting.Value("alpha.greeting", ""))).isEmpty();
    }

    @Test
    void saysWhereYamlIsMalformed() throws IOException {
        String file = file("bad.yaml", "alpha:\n  nodes: 1\n bad\n");
        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(file);
            assertThat(problem.message()).startsWith("not YAML in line 3: ").doesNotContain("\n");
        });
    }

    @Test
    void saysWhatHasTheWrongShape() throws IOException {
        assertThat(problems(file("list.yaml", "- a\n- b\n")))
                .extracting(Problem::message, Problem::hint)
                .containsExactly(tuple(
                        "expected settings by name, got a list",
                        "known: alpha, beta, bind, description, own-clocks, port-offset, subnet"));
        assertThat(problems("solo", "port-offset=many"))
                .containsExactly(Problem.at("port-offset", "expected a whole number, got 'many'")
                        .hint("for example 10000"));
        assertThat(problems("solo", "own-clocks=1h"))
                .containsExactly(Problem.at("own-clocks", "expected true or false, got '1h'")
                        .hint("for example true"));
        assertThat(problems(file("text.yaml", "just words\n")))
                .extracting(Problem::message)
                .containsExactly("expected settings by name, got the text 'just words'");
        assertThat(problems("solo", "alpha.greeting=hi", "alpha.greeting.more=1"))
                .containsExactly(
                        Problem.at("alpha.greeting.more", "'greeting' holds the text 'hi', not settings by name")
                                .hint("set either alpha.greeting or what is below it"));
    }

    @Test
    void rejectsStackSettingsThatAreNoText() {
        assertThat(problems("solo", "subnet=[10.1.2.0/24]"))
                .containsExactly(
                        Problem.at("subnet", "expected text, got a list").hint("for example 10.77.64.0/24"));
        assertThat(problems("solo", "description={a: b}", "bind=[x]"))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("description", "bind");
    }

    @Test
    void takesAStackSettingWithoutAValueAsNotSet() throws IOException {
        StackSpec spec =
                loader.load(file("null.yaml", "alpha:\nbind:\nown-clocks:\nport-offset:\nsubnet:\n"), List.of());
        assertThat(spec.problems()).isEmpty();
        assertThat(spec.bind()).isEqualTo("127.0.0.1");
        assertThat(spec.subnet()).isEmpty();
    }

    @Test
    void rejectsAKeyThatIsGivenTwice() throws IOException {
        String file = file("twice.yaml", "alpha: {nodes: 1}\nbeta:\nalpha: {port: 2}\n");
        assertThat(problems(file))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("alpha"));
    }

    @Test
    void saysThatAFileIsMissingOrNoText() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(problems(missing.toString()))
                .containsExactly(
                        Problem.at(missing.toString(), "no such file").hint("there is no missing.yaml in " + folder));
        assertThat(problems(
                        "solo",
                        new Setting.FileText("alpha.greeting", binary),
                        new Setting.FileText("alpha.greeting", missing)))
                .containsExactly(
                        Problem.at("alpha.greeting", "not a text file: " + binary)
                                .hint("expected text in UTF-8"),
                        Problem.at("alpha.greeting", "no such file: " + missing)
                                .hint("there is no missing.yaml in " + folder));
        assertThat(problems("solo", new Setting.Values(folder)))
                .containsExactly(Problem.at(folder.toString(), "is a folder").hint("name a file in it"));
    }

    @Test
    void rejectsAFileWithoutText() throws IOException {
        Path empty = Path.of(file("empty.pem", " \n"));
        assertThat(problems("solo", new Setting.FileText("alpha.certificate", empty)))
                .containsExactly(Problem.at("alpha.certificate", "the file is empty: " + empty)
                        .hint("fill it, or leave the setting out"));
    }

    @Test
    void namesTheNearestFileOrTheFolderThatIsNotThere() throws IOException {
        Path near = Path.of(file("mine.yaml", "alpha:\n"));
        Path mistyped = folder.resolve("mien.yaml");
        assertThat(problems("solo", new Setting.Values(mistyped)))
                .containsExactly(Problem.at(mistyped.toString(), "no such file").hint("did you mean " + near + "?"));
        Path lost = folder.resolve("none/mine.yaml");
        assertThat(problems(lost.toString()))
                .containsExactly(Problem.at(lost.toString(), "no such file")
                        .hint("there is no folder " + folder.resolve("none")));
    }

    @Test
    void namesTheNearestKnownKey() {
        assertThat(problems("solo", "alhpa.port=1", "port-ofset=1"))
                .containsExactly(
                        Problem.at("alhpa", "unknown setting").hint("did you mean alpha?"),
                        Problem.at("port-ofset", "unknown setting").hint("did you mean port-offset?"));
    }

    @Test
    void findsEveryProblemAtOnce() throws IOException {
        String file = file("bad.yaml", "gamma: 1\nport-offset: many\nalpha:\n");
        assertThat(loader.load(file, Stacks.settings("alpha.x=[", "delta=2")).problems())
                .extracting(Problem::path)
                .containsExactly("alpha.x", "gamma", "delta", "port-offset");
    }

    @Test
    void aStackNamesAComponent() throws IOException {
        String file = file("empty.yaml", "description: nothing\n");
        assertThat(problems(file))
                .containsExactly(Problem.at(file, "names no component").hint("add at least one of alpha, beta"));
        assertThat(problems(file("void.yaml", ""))).hasSize(1);
    }

    private List<Problem> problems(String source, String... settings) {
        return loader.load(source, Stacks.settings(settings)).problems();
    }

    private List<Problem> problems(String source, Setting... settings) {
        return loader.load(source, List.of(settings)).problems();
    }

    private List<Problem> problems(String source) {
        return loader.load(source, List.of()).problems();
    }

    private String greeting(Setting... layers) {
        StackSpec spec = loader.load("pair", List.of(layers));
        assertThat(spec.problems()).isEmpty();
        return spec.components().get("alpha").get("greeting").asText();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
