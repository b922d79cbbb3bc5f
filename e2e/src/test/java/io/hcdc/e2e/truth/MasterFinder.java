package io.hcdc.e2e.truth;

import io.hcdc.e2e.harness.Resp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Who leads, as three sentinels say: announced by any of them, or while writes fail, named by two. */
final class MasterFinder {
    private static final int SENTINELS = 3;
    private static final int LIMIT_MILLIS = 200;
    private static final int PAUSE_MILLIS = 50;

    private final int firstData;
    private final int firstSentinel;
    private final String password;
    private volatile Master master;
    private volatile boolean doubted;

    /** @param idle connections to it that nobody uses */
    record Master(int port, Queue<Resp> idle) {}

    MasterFinder(int firstData, int firstSentinel, String password) {
        this.firstData = firstData;
        this.firstSentinel = firstSentinel;
        this.password = password;
    }

    void begin() {
        lead(majority());
        for (int i = 0; i < SENTINELS; i++) {
            int port = firstSentinel + i;
            daemon(() -> listen(port));
        }
        daemon(this::pollWhileInDoubt);
    }

    Master master() {
        return master;
    }

    void doubt() {
        doubted = true;
    }

    private void listen(int port) {
        while (true) {
            try (Resp sentinel = new Resp(port, password)) {
                sentinel.ask("SUBSCRIBE", "+switch-master");
                while (true) {
                    List<?> said = (List<?>) sentinel.next();
                    // rdsmaster, from whom: name and port, to whom: name and port
                    lead(String.valueOf(said.get(2)).split(" ")[3]);
                }
            } catch (IOException | UncheckedIOException e) {
                pause();
            }
        }
    }

    private void pollWhileInDoubt() {
        while (true) {
            pause();
            if (doubted) {
                doubted = false;
                lead(majority());
            }
        }
    }

    /** The name that two of them say; null when there is none. */
    private String majority() {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < SENTINELS; i++) {
            try (Resp sentinel = new Resp(firstSentinel + i, password, LIMIT_MILLIS)) {
                named.add(sentinel.list("SENTINEL", "GET-MASTER-ADDR-BY-NAME", "rdsmaster")
                        .get(0));
            } catch (UncheckedIOException e) {
                // The others will do.
            }
        }
        return named.stream()
                .filter(name -> Collections.frequency(named, name) > SENTINELS / 2)
                .findFirst()
                .orElse(null);
    }

    private synchronized void lead(String node) {
        if (node != null) {
            int port = firstData + Integer.parseInt(node.substring("rds".length())) - 1;
            if (master == null || master.port() != port) {
                master = new Master(port, new ConcurrentLinkedQueue<>());
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
