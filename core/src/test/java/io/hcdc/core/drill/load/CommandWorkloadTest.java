package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hcdc.api.drill.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandWorkloadTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void theExitCodeIsTheOutcome() {
        assertThat(run("exit 0", TIMEOUT)).isEqualTo(Outcome.ok(""));
        assertThat(run("exit 3", TIMEOUT)).isEqualTo(Outcome.fail("", "exit 3"));
        assertThat(run("no-such-command", TIMEOUT)).isEqualTo(Outcome.fail("", "exit 127"));
    }

    @Test
    void itKnowsItsNumberAndTheStack() throws IOException {
        Path said = folder.resolve("said");
        assertThat(run("echo $HCDC_PROBE $HCDC_STACK > " + said, TIMEOUT)).isEqualTo(Outcome.ok(""));
        assertThat(said).hasContent("7 second\n");
    }

    @Test
    void whatSaysMuchIsNotHeldUp() {
        assertThat(run("seq 100000; seq 100000 >&2; ! read line", TIMEOUT)).isEqualTo(Outcome.ok(""));
    }

    @Test
    void whatTakesTooLongIsKilledWithAllItHasStarted() throws IOException {
        Path pid = folder.resolve("pid");
        Outcome outcome = run("sh -c 'echo $$ > " + pid + "; sleep 60; true'; true", Duration.ofMillis(500));
        assertThat(outcome).isEqualTo(Outcome.indeterminate("", "killed after 500 ms"));
        long child = Long.parseLong(Files.readString(pid).strip());
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static Outcome run(String line, Duration timeout) {
        try (CommandWorkload workload = new CommandWorkload(line, Map.of("HCDC_STACK", "second"), timeout)) {
            return workload.attempt(7);
        }
    }
}
