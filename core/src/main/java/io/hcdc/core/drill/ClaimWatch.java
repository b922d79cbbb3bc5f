package io.hcdc.core.drill;

import io.hcdc.api.drill.Drillable;
import io.hcdc.core.drill.history.Entry;
import io.hcdc.core.drill.history.History;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Asks every node whether it claims the role, again and again, and records each change: two at once is a split brain. */
final class ClaimWatch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Thread thread;
    private volatile boolean stopped;

    ClaimWatch(Drillable servers, String role, History history) {
        thread = new Thread(() -> watch(servers, role, history), "hcdc-claims");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Drillable servers, String role, History history) {
        List<String> last = List.of();
        while (!stopped) {
            List<String> now = servers.claimants(role);
            if (!now.equals(last)) {
                history.add(new Entry.Claim(history.now(), now, BETWEEN.toMillis()));
                last = now;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
