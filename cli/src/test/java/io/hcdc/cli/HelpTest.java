package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.cli.console.Console;
import io.hcdc.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private final Cli cli = Cli.withoutEngine(Path.of("/nowhere"));

    static Stream<String> commands() {
        Console console = new Console(System.out, System.err);
        return CommandTree.commandLine(console).getSubcommands().keySet().stream();
    }

    @Test
    void ofTheProgram() {
        Cli.Result result = cli.run("--help");
        assertThat(result.exit()).isZero();
        Golden.matches("help/hcdc.txt", result.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void ofACommand(String command) {
        Cli.Result result = cli.run(command, "--help");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        Golden.matches("help/" + command + ".txt", result.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsAnExample(String command) {
        assertThat(cli.run(command, "--help").out())
                .containsPattern("Examples?:\\n.*hcdc " + command)
                .doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "add", "remove", "drain", "undrain"})
    void ofANodeCommand(String command) {
        Cli.Result result = cli.run("node", command, "--help");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("Examples?:\\n.*hcdc node " + command);
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        Golden.matches("help/node-" + command + ".txt", result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "run", "matrix"})
    void ofADrillCommand(String command) {
        Cli.Result result = cli.run("drill", command, "--help");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).containsPattern("Examples?:\\n.*hcdc drill " + command);
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        Golden.matches("help/drill-" + command + ".txt", result.out());
    }

    @Test
    void fitsItsWidth() {
        for (String command : commands().toList()) {
            assertThat(cli.run(command, "--help").out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void buildsTheCalledCommandAlone() {
        Console console = new Console(System.out, System.err);
        CommandLine called = CommandTree.commandLine(console, "stacks", "--help");
        assertThat(called.getSubcommands()).containsOnlyKeys("stacks");
        assertThat(List.copyOf(CommandTree.commandLine(console, "--help")
                        .getSubcommands()
                        .keySet()))
                .contains("init", "status", "nuke");
    }

    @Test
    void saysItsVersion() {
        assertThat(cli.run("--version")).isEqualTo(new Cli.Result(0, "hcdc (unpackaged)\n", ""));
    }
}
