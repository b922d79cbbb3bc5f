package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.with;

import io.hcdc.api.drill.FaultKind;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.Entry.Fault.Phase;
import io.hcdc.core.drill.history.History;
import io.hcdc.core.drill.judge.Judge;
import io.hcdc.core.drill.judge.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The truth of it all, from the schedule to the judge: a real server across TCP does nothing but stand still for a known
 * time, and that is the outage, to one interval. An answer goes through three threads until it is known here; by how much
 * the machine lets each of them wait is measured, too, and allowed for.
 */
class KnownStallTest {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 4;
    private static final int THREADS = 3;
    private static final int RATE = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** What an answer was late by, and what it may be, in milliseconds. */
    private record Deviation(double is, double most) {}

    @TempDir
    private Path folder;

    /** Some at once, as most of it is waiting. Each stall has a length of its own, and begins at another point of the interval. */
    @Test
    void isMeasuredToOneInterval() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Deviation> deviations = IntStream.range(0, ROUNDS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> deviation(i, 1_200 + 73 * i, 5 * i), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        threads.shutdown();
        assertThat(deviations)
                .hasSize(ROUNDS)
                .allSatisfy(deviation -> assertThat(Math.abs(deviation.is())).isLessThanOrEqualTo(deviation.most()));
    }

    private Deviation deviation(int round, long millis, long phase) {
        try (StallingServer server = new StallingServer();
                Sleeper machine = new Sleeper()) {
            Outage outage = outageOf(server, folder.resolve("round-" + round + ".jsonl"), millis, phase);
            return new Deviation(
                    outage.ms() - server.stalledMillis(), outage.resolutionMs() + THREADS * machine.mostMillisLate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outage outageOf(StallingServer server, Path file, long millis, long phase) throws IOException {
        try (HttpWorkload workload = new HttpWorkload(server.url(), TIMEOUT);
                History history = new History(file)) {
            history.add(new Entry.Round(0, 1, "", "hcdc", "web", "w1", "", FaultKind.PAUSE, RATE, 0, -1));
            try (OpenLoop load = new OpenLoop(workload, history, RATE, TIMEOUT)) {
                load.start();
                steady(load);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(phase));
                history.add(new Entry.Fault(history.now(), Phase.REQUESTED, "w1", ""));
                server.stall(millis);
                history.add(new Entry.Fault(history.now(), Phase.CONFIRMED, "w1", ""));
                load.resetStreak();
                steady(load);
            }
        }
        return Judge.judge(file).outage();
    }

    private static void steady(OpenLoop load) {
        with().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> load.streak() >= Streak.STEADY);
    }
}
