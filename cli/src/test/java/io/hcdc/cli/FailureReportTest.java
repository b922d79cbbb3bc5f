package io.hcdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Problem;
import io.hcdc.cli.console.Console;
import io.hcdc.cli.console.ExitCode;
import io.hcdc.core.drill.judge.Verdict;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.error.OperationFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailureReportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void invalidInputIsEveryProblemWithItsHint() {
        assertThat(report(new InvalidInputException(
                        List.of(Problem.at("a.b", "is wrong").hint("do this"), Problem.at("", "all is wrong")))))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("hcdc: a.b: is wrong\n      hint: do this\nhcdc: all is wrong\n");
    }

    @Test
    void missingEngineIsTheEnvironment() {
        assertThat(report(new EnvironmentNotReadyException(Problem.at("unix:x", "no engine answers"))))
                .isEqualTo(3);
        assertThat(err()).isEqualTo("hcdc: unix:x: no engine answers\n");
    }

    @Test
    void failedOperationShowsTheTailOfWhatItSaid() {
        assertThat(report(new OperationFailedException(
                        Problem.at("rds1", "the container ended").hint("see"), List.of("line 1", "line 2"))))
                .isEqualTo(1);
        assertThat(err())
                .isEqualTo("hcdc: rds1: the container ended\n      hint: see\n      | line 1\n      | line 2\n");
    }

    @Test
    void refusalOfTheEngineIsAFailure() {
        assertThat(report(new EngineException("name is in use", null))).isEqualTo(1);
        assertThat(err()).isEqualTo("hcdc: engine: name is in use\n");
    }

    @Test
    void bugIsTwoLinesAndAStackTraceInAFile() throws IOException {
        assertThat(report(new IllegalStateException("impossible"))).isEqualTo(70);
        assertThat(err().lines()).hasSize(2);
        assertThat(err())
                .startsWith("hcdc: a bug in hcdc: java.lang.IllegalStateException: impossible\n")
                .doesNotContain("at io.hcdc");
        Matcher matcher = Pattern.compile("(/\\S*hcdc-bug-\\S*\\.txt)").matcher(err());
        assertThat(matcher.find()).isTrue();
        Path file = Path.of(matcher.group(1));
        assertThat(file).content().contains("impossible", "at io.hcdc.cli.FailureReportTest");
        Files.delete(file);
    }

    @Test
    void nothingGoesToStandardOutput() {
        report(new EngineException("x", null));
        assertThat(out.size()).isZero();
    }

    @Test
    void verdictsHaveTheirCodes() {
        assertThat(ExitCode.of(Verdict.PASS)).isZero();
        assertThat(ExitCode.of(Verdict.FAIL)).isEqualTo(1);
        assertThat(ExitCode.of(Verdict.UNKNOWN)).isEqualTo(4);
    }

    private int report(Exception e) {
        Console console = new Console(new PrintStream(out), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new FailureReport(console).handleExecutionException(e, null, null);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
