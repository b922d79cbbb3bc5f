package io.hcdc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.cli.console.Console;
import io.hcdc.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConfirmationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"y, true", "Yes, true", "n, false", "'', false", "yesterday, false"})
    void isGivenByYesAlone(String answer, boolean given) {
        assertThat(asked(answer + "\n")).isEqualTo(given);
        assertThat(out).hasToString("Sure? [y/N] ");
    }

    @Test
    void isNotAskedForWhenGivenBeforehand() {
        assertThat(asked("", "--yes")).isTrue();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void cannotBeGivenByNobody() {
        assertThatThrownBy(() -> asked(""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--yes");
    }

    private boolean asked(String typed, String... arguments) {
        PrintStream print = new PrintStream(out, true);
        Console console =
                new Console(print, print, new ByteArrayInputStream(typed.getBytes()), Path.of("/nowhere"), null);
        Asking asking = new Asking();
        new CommandLine(asking).parseArgs(arguments);
        return asking.confirmation.given(console, "Sure?");
    }

    @Command
    private static final class Asking {
        @Mixin
        private Confirmation confirmation;
    }
}
