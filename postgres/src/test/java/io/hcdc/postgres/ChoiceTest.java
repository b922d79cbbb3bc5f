package io.hcdc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the nodes' script {@code choose} finds ahead, and what it has a node do. */
class ChoiceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "higher position | pg2 standby 1 100 - ; pg3 standby 1 101 -   | pg3",
                "timeline first  | pg2 standby 2 100 - ; pg3 standby 1 999 -   | pg2",
                "both equal      | pg2 standby 1 100 - ; pg3 standby 1 100 -   | pg2",
                "as numbers      | pg2 standby 9 100 - ; pg3 standby 10 99 -   | pg3",
                "very far        | pg2 standby 1 90000000000 - ; pg3 standby 1 100000000000 - | pg3",
                "no candidate    | pg1 primary 1 100 -                         | ''"
            })
    void theMostAdvancedStandbyIsChosen(String why, String answers, String chosen) throws Exception {
        assertThat(run("most_advanced standby <<<\"$1\"; echo \"${best%% *}\"", lines(answers)))
                .as(why)
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it leads                        | pg1 primary 1 100 - ; pg2 standby 1 100 pg1 | lead",
                "it leads alone                  | pg1 primary 1 100 -                         | lead",
                "another leads on a later line   | pg1 primary 1 900 - ; pg2 primary 2 100 -   | follow pg2",
                "a former primary came back      | pg1 primary 2 100 - ; pg2 primary 1 900 -   | lead",
                "it streams from the primary     | pg1 standby 1 101 pg2 ; pg2 primary 1 100 - | follow pg2",
                "there is a new primary          | pg1 standby 1 900 - ; pg2 primary 2 100 -   | follow pg2",
                "the primary's volume is new     | pg1 standby 3 900 - ; pg2 primary 1 100 - ; pg3 standby 3 800 - | elect",
                "the primary lost what it had    | pg1 standby 1 900 - ; pg2 primary 1 100 - ; pg3 standby 1 800 - | elect",
                "a stale primary has no vote     | pg1 standby 3 900 - ; pg2 primary 1 100 -   | wait",
                "nobody leads, it is ahead       | pg1 standby 1 101 - ; pg2 standby 1 100 -   | elect",
                "nobody leads, another is ahead  | pg1 standby 1 100 - ; pg2 standby 1 101 -   | wait",
                "nobody leads, level, it is first| pg1 standby 1 100 - ; pg2 standby 1 100 -   | elect",
                "it is alone                     | pg1 standby 1 101 -                         | wait",
                "it does not answer itself       | pg2 standby 1 100 - ; pg3 standby 1 100 -   | wait",
                "nobody answers                  | ''                                          | wait"
            })
    void aNodeDoesWhatTheAnswersSay(String why, String answers, String decision) throws Exception {
        assertThat(run("decide pg1 2 \"$1\"; echo \"$decision\"", lines(answers)))
                .as(why)
                .isEqualTo(decision);
    }

    @Test
    void whatFollowsAnAnswerIsNotLookedAt() throws Exception {
        assertThat(run(
                        "stale \"$1\" \"$2\" && echo yes || echo no",
                        "pg1 primary 1 100 - 5",
                        "pg2 standby 1 101 pg1 7"))
                .isEqualTo("no");
    }

    private static String lines(String answers) {
        return Arrays.stream(answers.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String run(String script, String... arguments) throws IOException, InterruptedException {
        Path choose = folder.resolve("choose");
        try (var in = PostgresComponent.class.getResourceAsStream("docker/postgres/choose")) {
            Files.write(choose, in.readAllBytes());
        }
        ProcessBuilder bash = new ProcessBuilder("bash", "-euc", ". " + choose + "; " + script, "choose");
        bash.command().addAll(Arrays.asList(arguments));
        Process process = bash.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
