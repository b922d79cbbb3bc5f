package io.hcdc.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlainProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now;
    private final PlainProgress progress =
            new PlainProgress(new PrintStream(out, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void writesALinePerFinishedTask() {
        Progress.Task image = progress.begin("image redis");
        Progress.Task volume = progress.begin("volume");
        pass(1_500);
        image.done("hcdc/redis:1");
        volume.failed("no room");
        assertThat(lines()).isEqualTo("  image redis  hcdc/redis:1 (1.5 s)\n  failed: volume  no room (1.5 s)\n");
    }

    @Test
    void isNeverSilentForMoreThanFiveSeconds() {
        Progress.Task task = progress.begin("image redis");
        task.detail(" Step 3/5 ");
        int written = 0;
        for (int seconds = 5; seconds <= 60; seconds += 5) {
            pass(5_000);
            assertThat(out.size()).as("after " + seconds + " s").isGreaterThan(written);
            written = out.size();
        }
        assertThat(lines()).contains("  ... image redis  Step 3/5 (");
    }

    @Test
    void givesNoSignOfLifeWhileLinesComeAnyway() {
        progress.begin("long");
        for (int i = 0; i < 10; i++) {
            pass(2_000);
            progress.begin("short").done("");
        }
        assertThat(lines()).doesNotContain("...");
    }

    @Test
    void saysNothingWhileNothingRuns() {
        progress.begin("short").done("");
        pass(60_000);
        progress.begin("next");
        pass(250);
        assertThat(lines()).isEqualTo("  short (0.0 s)\n");
    }

    /** Time passes, and every quarter of a second somebody looks. */
    private void pass(long millis) {
        for (long end = now + TimeUnit.MILLISECONDS.toNanos(millis); now < end; ) {
            now += TimeUnit.MILLISECONDS.toNanos(250);
            progress.signOfLife();
        }
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
