package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Outcome.Kind;
import io.hcdc.api.drill.Workload;
import io.hcdc.core.drill.archive.Histories;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLoopTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(5);

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void anAnswerThatIsSlowDelaysNoOtherWrite() throws IOException {
        List<Entry.Write> writes = load(this::answersWhenTold, 200, load -> {
            awaitBegun(100);
            answer.countDown();
        });
        assertThat(writes).hasSizeGreaterThanOrEqualTo(100);
        assertThat(writes).allSatisfy(write -> assertThat(write.outcome()).isEqualTo(Kind.OK));
        assertThat(writes.get(0).end())
                .as("the first answer came after the hundredth was sent")
                .isGreaterThan(writes.get(99).at());
        keptItsSchedule(writes);
    }

    @Test
    void whatFindsNoSenderInTimeCountsAsFailedAndIsNotSent() throws IOException {
        List<Entry.Write> writes = load(this::answersWhenTold, 4, load -> {
            await().until(() -> load.sent() >= 80);
            answer.countDown();
            await("writes go on").until(() -> load.streak() >= 20);
        });
        keptItsSchedule(writes);
        List<Entry.Write> unsent =
                writes.stream().filter(write -> write.outcome() == Kind.FAIL).toList();
        assertThat(unsent).isNotEmpty().allSatisfy(write -> {
            assertThat(write.error()).isEqualTo("not sent: all 4 senders are busy");
            assertThat(write.end() - write.due()).isGreaterThanOrEqualTo(PATIENCE.toNanos());
        });
        assertThat(unsent.get(0).number()).as("the first four had a sender").isEqualTo(4);
        assertThat(begun.get()).as("what counts as not sent never was").isEqualTo(writes.size() - unsent.size());
    }

    @Test
    void whatFindsASenderLateIsSentLateAndTheHistoryTells() throws IOException {
        List<Entry.Write> writes = load(
                number -> number == 0 ? answersAfter(20) : answersAfter(0),
                1,
                load -> await().until(() -> load.streak() >= 20));
        keptItsSchedule(writes);
        assertThat(writes).allSatisfy(write -> assertThat(write.outcome()).isEqualTo(Kind.OK));
        assertThat(writes.get(1).at()).isGreaterThanOrEqualTo(writes.get(0).end());
        assertThat(writes.get(1).at() - writes.get(1).due()).isGreaterThanOrEqualTo(2 * INTERVAL);
    }

    @Test
    void aWorkloadThatBreaksItsPromiseNeverToThrowEndsTheDrill() {
        assertThatThrownBy(() -> load(
                        number -> {
                            throw new IllegalStateException("broken");
                        },
                        4,
                        load -> await().until(() -> load.streak() > 0)))
                .hasMessage("broken");
    }

    /** For that it is really stopped, by a signal. */
    @Test
    void aProgramThatStoodStillSaysSoAndFailsNoWriteForIt() throws IOException {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file);
                OpenLoop load = new OpenLoop(answering(number -> Outcome.ok("a1")), history, 200, PATIENCE, 4)) {
            history.add(Histories.begin().entries().get(0));
            load.start();
            await().until(() -> load.streak() >= 20);
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "kill -STOP $0; sleep 0.5; kill -CONT $0",
                            "" + ProcessHandle.current().pid())
                    .start();
            int before = load.sent();
            await().until(() -> load.sent() > before + 120);
        }
        List<Entry> entries = new HistoryFile(file).entries();
        keptItsSchedule(writes(entries));
        assertThat(writes(entries))
                .allSatisfy(write -> assertThat(write.outcome()).isEqualTo(Kind.OK));
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                Entry.Event.class,
                                event -> assertThat(event.name()).isEqualTo("stood still")));
    }

    private Outcome answersWhenTold(int number) {
        try {
            answer.await();
            return Outcome.ok("a1");
        } catch (InterruptedException e) {
            return Outcome.fail("a1", "interrupted");
        }
    }

    private static Outcome answersAfter(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return Outcome.ok("a1");
        } catch (InterruptedException e) {
            return Outcome.fail("a1", "interrupted");
        }
    }

    private void awaitBegun(int count) {
        await().until(() -> begun.get() >= count);
    }

    /** Every number once, each due when the schedule says. */
    private static void keptItsSchedule(List<Entry.Write> writes) {
        long first = writes.get(0).due();
        assertThat(writes)
                .extracting(Entry.Write::number)
                .containsExactlyElementsOf(
                        IntStream.range(0, writes.size()).boxed().toList());
        assertThat(writes)
                .allSatisfy(write -> assertThat(write.due()).isEqualTo(first + write.number() * INTERVAL))
                .allSatisfy(write -> assertThat(write.at()).isGreaterThanOrEqualTo(write.due()));
    }

    /** @return the writes in the order of their numbers */
    private List<Entry.Write> load(IntFunction<Outcome> attempt, int senders, Meanwhile meanwhile) throws IOException {
        Path file = folder.resolve("round.jsonl");
        try (History history = new History(file);
                OpenLoop load = new OpenLoop(answering(attempt), history, 200, PATIENCE, senders)) {
            history.add(Histories.begin().entries().get(0));
            load.start();
            meanwhile.happens(load);
        }
        return writes(new HistoryFile(file).entries());
    }

    private static List<Entry.Write> writes(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.Write.class::isInstance)
                .map(Entry.Write.class::cast)
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    private Workload answering(IntFunction<Outcome> attempt) {
        return new Workload() {
            @Override
            public Outcome attempt(int number) {
                begun.incrementAndGet();
                return attempt.apply(number);
            }

            @Override
            public void close() {}
        };
    }

    private interface Meanwhile {
        void happens(OpenLoop load);
    }
}
