package io.hcdc.core.drill.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
    private static final String HEADER =
            "{\"type\":\"round\",\"at\":0,\"number\":1,\"node\":\"a1\",\"fault\":\"KILL\",\"rate\":100}";
    private static final String WRITE =
            "{\"type\":\"write\",\"number\":7,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"OK\",\"node\":\"a1\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hello",
                "{}",
                "null",
                "{\"type\":\"round\"}",
                WRITE,
                "{\"type\":\"round\",\"fault\":\"KILL\",\"rate\":0}",
                "{\"type\":\"round\",\"fault\":\"EARTHQUAKE\",\"rate\":100}"
            })
    void whatBeginsWithNoRoundIsNoHistory(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), text);
        assertThatThrownBy(() -> new HistoryFile(file).entries())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no history of a drill")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> new HistoryFile(folder.resolve("none")).entries())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> new HistoryFile(folder).entries())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "{}",
                "null",
                "[1]",
                "{\"type\":\"write\"",
                "{\"type\":\"write\",\"number\":8",
                "{\"type\":\"write\",\"number\":8}",
                "{\"type\":\"write\",\"number\":-1,\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":2147483647,\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":99999999999,\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":8,\"outcome\":\"GOOD\"}",
                "{\"type\":\"write\",\"number\":\"x\",\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":8,\"outcome\":\"OK\"}{}",
                "{\"type\":\"rite\"}",
                "{\"type\":\"read\",\"number\":0,\"outcome\":\"OK\"}",
                "{\"type\":\"read\",\"number\":0,\"outcome\":\"OK\",\"seen\":-2}",
                "{\"type\":\"fault\",\"at\":1}",
                "{\"type\":\"claim\",\"nodes\":[null]}",
                "{\"type\":\"claim\",\"nodes\":null}",
                "{\"type\":\"final-read\",\"leader\":\"a1\"}",
                "{\"type\":\"final-read\",\"leader\":\"a1\",\"ranges\":{\"a1\":null}}",
                "{\"type\":\"final-read\",\"leader\":\"a1\",\"ranges\":{\"a1\":\"0-\"}}",
                "{\"type\":\"final-read\",\"leader\":\"a1\",\"ranges\":{\"a1\":\"9-3\"}}",
                "{\"type\":\"final-read\",\"leader\":\"a1\",\"ranges\":{\"a1\":\"0-2147483647\"}}",
                HEADER
            })
    void whatIsNoEntryEndsIt(String line) throws IOException {
        assertThat(read(HEADER, WRITE, line, WRITE)).hasSize(2);
        assertThat(cut).hasValue(3);
    }

    @Test
    void aWholeOneIsNotCut() throws IOException {
        assertThat(read(HEADER, WRITE)).hasSize(2);
        assertThat(cut).isEmpty();
    }

    @Test
    void whatAWriteIsMadeOfMayComeInAnyOrderAndWithMore() throws IOException {
        assertThat(read(
                        HEADER,
                        "{\"outcome\":\"FAIL\",\"error\":\"no\",\"type\":\"write\",\"at\":2,\"number\":7,\"end\":3,\"due\":1}",
                        "{\"type\":\"write\",\"more\":{\"a\":[1,{}]},\"outcome\":\"FAIL\",\"error\":\"no\",\"at\":2,\"number\":7,"
                                + "\"end\":3,\"due\":1}"))
                .element(1)
                .isEqualTo(new Entry.Write(7, 1, 2, 3, Kind.FAIL, "", "no"));
        assertThat(cut).isEmpty();
    }

    @Test
    void linesMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        String detail = "x".repeat(300_000);
        assertThat(read(HEADER, "{\"type\":\"event\",\"at\":1,\"detail\":\"" + detail + "\"}", WRITE))
                .hasSize(3)
                .element(1)
                .isEqualTo(new Entry.Event(1, "", "", detail, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WRITE,
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"INDETERMINATE\"}",
                "{\"type\":\"write\",\"number\":99999999,\"due\":123456789012345678,\"at\":2,\"end\":3,"
                        + "\"outcome\":\"FAIL\",\"error\":\"no one\"}"
            })
    void aWriteAsItIsWrittenNeedsNoParserAndIsTheSame(String line) throws IOException {
        Entry plain = plainly(line).orElseThrow();
        assertThat(read(HEADER, line.replace(",", ", "))).element(1).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"write\",\"number\":",
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"O",
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"OK\"",
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"OK\"} ",
                "{\"type\":\"write\",\"number\":0,\"due\":-1,\"at\":2,\"end\":3,\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":0,\"due\":1234567890123456789,\"at\":2,\"end\":3,\"outcome\":\"OK\"}",
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"OK\",\"node\":\"\\u0061\"}",
                "{\"type\":\"write\",\"number\":0,\"due\":1,\"at\":2,\"end\":3,\"outcome\":\"OK\",\"node\":\"é\"}"
            })
    void whatIsNotPlainIsLeftToAParser(String line) throws IOException {
        assertThat(plainly(line)).isEmpty();
    }

    private static Optional<Entry.Write> plainly(String line) throws IOException {
        try (Lines lines = new Lines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))) {
            lines.next();
            return new PlainWrite().of(lines);
        }
    }

    private OptionalInt cut;

    private List<Entry> read(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("round-1.jsonl"), List.of(lines));
        List<Entry> entries = new ArrayList<>();
        cut = new HistoryFile(file).read(entries::add);
        return entries;
    }
}
