package io.hcdc.core.drill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.judge.Extent.Mark;
import io.hcdc.core.drill.judge.RoundResult.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtentTest {
    private static final List<Entry> WHOLE = Histories.faultAfterGoodWrites()
            .writes(30, Kind.FAIL)
            .writes(50, Kind.OK)
            .fault(1_900, Phase.HEALED)
            .redundant(2_000, "")
            .finalRead(3_000, "a2", "a2", "0-99,130-179")
            .entries();

    @TempDir
    private Path folder;

    @Test
    void aWholeHistoryLacksNothing() throws IOException {
        RoundResult result = Judge.judge(file());
        assertThat(result.extent().missing()).isEmpty();
        assertThat(result.extent().cutAtLine()).isEmpty();
        assertThat(result.extent().shortfall()).isEmpty();
        assertThat(result.known()).isEqualTo(Known.YES);
    }

    @Test
    void oneThatEndsBeforeTheFaultKnowsOfNoOutage() throws IOException {
        RoundResult result = Judge.judge(first(60));
        assertThat(result.known()).isEqualTo(Known.CUT);
        assertThat(result.outage().ms()).isEqualTo(-1);
        assertThat(result.loss().lost()).isEmpty();
        assertThat(result.availability()).isEmpty();
        assertThat(result.replicas().differing()).isEmpty();
        assertThat(result.writes().acknowledged()).isEqualTo(59);
        assertThat(result.extent().shortfall())
                .contains(
                        "the history ends after line 60; without the fault, the node's return, the wait for redundancy,"
                                + " the final read");
    }

    @Test
    void oneThatEndsRightAfterTheFaultDoesNotCallItHarmless() throws IOException {
        RoundResult result = Judge.judge(first(103));
        assertThat(result.known()).isEqualTo(Known.CUT);
        assertThat(result.outage().ms()).isEqualTo(-1);
    }

    @Test
    void anOutageThatWasSeenToEndIsKnownWithoutTheFinalRead() throws IOException {
        RoundResult result = Judge.judge(first(WHOLE.size() - 1));
        assertThat(result.known()).isEqualTo(Known.CUT);
        assertThat(result.outage().ms()).isEqualTo(301);
        assertThat(result.extent().missing()).containsExactly(Mark.FINAL_READ);
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        List<String> lines = Files.readAllLines(file());
        lines.set(140, lines.get(140).substring(0, 30));
        RoundResult result = Judge.judge(Files.write(folder.resolve("broken"), lines));
        assertThat(result.extent().lines()).isEqualTo(140);
        assertThat(result.extent().cutAtLine()).contains(141);
        assertThat(result.extent().shortfall())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("line 141 cannot be read, judged up to there; without"));
    }

    @Test
    void rubbishBehindTheEndIsSaidAndDoesNoHarm() throws IOException {
        Path file = file();
        Files.writeString(file, Files.readString(file) + "\0\0");
        RoundResult result = Judge.judge(file);
        assertThat(result.known()).isEqualTo(Known.YES);
        assertThat(result.extent().shortfall())
                .contains("line " + (WHOLE.size() + 1) + " cannot be read, judged up to there");
    }

    private Path first(int lines) throws IOException {
        return Files.write(folder.resolve("first"), Files.readAllLines(file()).subList(0, lines));
    }

    private Path file() {
        Path file = folder.resolve("round-1.jsonl");
        try (History history = new History(file)) {
            WHOLE.forEach(history::add);
        }
        return file;
    }
}
