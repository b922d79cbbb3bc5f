package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.history.HistoryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    private static final int RATE = 100;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) * Readers.CLIENTS / RATE;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @Test
    void eachClientReadsInItsTurn() throws Exception {
        List<Entry.Read> reads = reads(new Answering(), 20);
        assertThat(reads).extracting(Entry.Read::client).contains(0, 1);
        assertThat(reads).extracting(Entry.Read::seen).contains(7);
        assertThat(reads).allSatisfy(read -> {
            assertThat(read.at()).isGreaterThanOrEqualTo(read.due());
            assertThat(read.end()).isGreaterThanOrEqualTo(read.at());
        });
        ofClient(0, reads)
                .forEach(read -> assertThat(
                                (read.due() - ofClient(0, reads).get(0).due()) % INTERVAL)
                        .as("turns are a fixed time apart")
                        .isZero());
    }

    @Test
    void whoWaitsForAnAnswerLetsItsTurnsPass() throws Exception {
        List<Entry.Read> reads = reads(new Hanging(), Readers.CLIENTS + 2);
        List<Entry.Read> first = ofClient(0, reads);
        assertThat(first.get(1).due())
                .as("the next turn is the first after the answer")
                .isGreaterThan(first.get(0).end())
                .isLessThanOrEqualTo(first.get(0).end() + INTERVAL);
    }

    @Test
    void nobodyReadsWhatCannotBeReadOrIsNotToBe() {
        try (History history = new History(folder.resolve("none.jsonl"));
                Readers unread = Readers.of(new Unreadable(), history, RATE);
                Readers unwanted = Readers.of(new Answering(), history, 0)) {
            unread.start();
            unwanted.start();
        }
        assertThat(asked).hasValue(0);
    }

    /** Until so many have been asked. */
    private List<Entry.Read> reads(Workload workload, int enough) throws Exception {
        Path file = folder.resolve("reads.jsonl");
        try (History history = new History(file);
                Readers readers = Readers.of(workload, history, RATE)) {
            history.add(Histories.begin().entries().get(0));
            readers.start();
            if (workload instanceof Hanging) {
                await().until(() -> asked.get() == Readers.CLIENTS);
                long began = history.now();
                await().until(() -> history.now() - began > 5 * INTERVAL);
                assertThat(asked).as("turns passed").hasValue(Readers.CLIENTS);
                answer.countDown();
            }
            await().until(() -> asked.get() >= enough);
        }
        return new HistoryFile(file)
                .entries().stream()
                        .filter(Entry.Read.class::isInstance)
                        .map(Entry.Read.class::cast)
                        .toList();
    }

    private static List<Entry.Read> ofClient(int client, List<Entry.Read> reads) {
        return reads.stream().filter(read -> read.client() == client).toList();
    }

    private class Unreadable implements Workload {
        @Override
        public Outcome attempt(int number) {
            throw new AssertionError("nobody writes");
        }

        @Override
        public void close() {}
    }

    private class Answering extends Unreadable implements Readable {
        @Override
        public Shown newest() {
            asked.incrementAndGet();
            return new Shown(Outcome.ok("a1"), 7);
        }
    }

    private final class Hanging extends Answering {
        @Override
        public Shown newest() {
            Shown shown = super.newest();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return shown;
        }
    }
}
