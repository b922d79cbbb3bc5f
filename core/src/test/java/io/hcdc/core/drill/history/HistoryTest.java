package io.hcdc.core.drill.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hcdc.api.drill.Evidence.Stage;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.error.OperationFailedException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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

    @Test
    void isOnDiskWhileTheRoundGoesOn() throws IOException {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file)) {
            ENTRIES.subList(0, 3).forEach(history::add);
            await("what a killed program leaves")
                    .atMost(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(new HistoryFile(file).entries()).isEqualTo(ENTRIES.subList(0, 3)));
        }
    }

    @Test
    void dropsNothingWhereTheDiskIsSlowAndSaysSo() throws IOException {
        Path file = folder.resolve("round.jsonl");
        int many = 2 * HistoryWriter.QUEUE;
        try (HistoryWriter history = new HistoryWriter(file, System::nanoTime, new Slow(Files.newOutputStream(file)))) {
            history.hand(ENTRIES.get(0));
            for (int i = 0; i < many; i++) {
                history.hand(new Entry.Write(i, i, i, i, Kind.FAIL, "", "e"));
            }
        }
        List<Entry> entries = new HistoryFile(file).entries();
        assertThat(entries.stream().filter(Entry.Write.class::isInstance)).hasSize(many);
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                Entry.Event.class,
                                event -> assertThat(event.name()).isEqualTo("history held up")));
    }

    @Test
    void whoCannotWriteSaysSoOnceAndKeepsNobodyWaiting() {
        assertThatThrownBy(() -> new History(folder.resolve("missing/round.jsonl")))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("the history cannot be written");
        History full = new History(Path.of("/dev/full"));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThatThrownBy(() -> full.add(ENTRIES.get(0)))
                        .isInstanceOf(OperationFailedException.class)
                        .hasMessageContaining("No space left on device"));
        assertThatThrownBy(() -> IntStream.range(0, 2 * HistoryWriter.QUEUE).forEach(i -> full.add(ENTRIES.get(0))))
                .isInstanceOf(OperationFailedException.class);
        assertThatThrownBy(full::close).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void holdsWhatManyThreadsAdd() throws Exception {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file)) {
            history.add(ENTRIES.get(0));
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(t -> new Thread(() -> IntStream.range(0, 1_000)
                            .forEach(i -> history.add(new Entry.Write(1_000 * t + i, i, i, i, Kind.OK, "a1", "")))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(new HistoryFile(file).entries()).hasSize(1 + 8_000);
    }

    /** A disk that needs a millisecond for each block. */
    private static final class Slow extends FilterOutputStream {
        Slow(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            out.write(bytes, from, length);
        }
    }

    private Path write() {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file)) {
            ENTRIES.forEach(history::add);
        }
        return file;
    }
}
