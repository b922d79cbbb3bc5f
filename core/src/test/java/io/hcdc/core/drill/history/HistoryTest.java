package io.hcdc.core.drill.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.Histories;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.judge.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final List<Entry> ENTRIES = Histories.begin()
            .writes(1, Kind.OK)
            .write(1, 10, 210, Kind.INDETERMINATE)
            .fault(1_000, Phase.REQUESTED)
            .event(1_100, "s1", "+sdown", Stage.DETECTED)
            .event(1_100, "s1", "noise \"quoted\"\n", null)
            .claim(1_200, "a1", "a2")
            .read(1_250, 1_260, 1)
            .redundant(1_300, "")
            .finalRead(1_400, "", "a1", "0-1")
            .nothingKept(1_500, "a1")
            .entries();

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        assertThat(new HistoryFile(write()).entries()).isEqualTo(ENTRIES);
    }

    @Test
    void isOneLinePerEntryThatNamesItsKind() throws IOException {
        List<String> lines = Files.readAllLines(write());
        assertThat(lines).hasSameSizeAs(ENTRIES);
        assertThat(lines.get(0)).startsWith("{\"type\":\"round\"");
        assertThat(lines.get(1))
                .isEqualTo("{\"type\":\"write\",\"number\":0,\"due\":0,\"at\":0,\"end\":1000000,"
                        + "\"outcome\":\"OK\",\"node\":\"a1\"}");
    }

    @Test
    void lineCutInTheMiddleEndsIt() throws IOException {
        Path file = write();
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));
        assertThat(new HistoryFile(file).entries()).isEqualTo(ENTRIES.subList(0, ENTRIES.size() - 1));
    }

    @Test
    void canBeJudgedAgain() throws IOException {
        assertThat(Judge.judge(write())).isEqualTo(Judge.judge(ENTRIES));
    }

    @Test
    void oneOfBeforeTheChoiceOfAPathIsReadAndJudgedAsEver() throws IOException {
        List<Entry> entries = ENTRIES.subList(0, ENTRIES.size() - 1);
        Path file = write();
        List<String> lines = Files.readAllLines(file);
        lines.remove(lines.size() - 1);
        lines.set(0, lines.get(0).replace("\"via\":\"direct\",", ""));
        Files.write(file, lines);
        assertThat(new HistoryFile(file).entries().get(0))
                .isInstanceOfSatisfying(
                        Entry.Round.class, round -> assertThat(round.via()).isEmpty());
        assertThat(Judge.judge(file)).isEqualTo(Judge.judge(entries));
    }

    private Path write() {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file)) {
            ENTRIES.forEach(history::add);
        }
        return file;
    }
}
