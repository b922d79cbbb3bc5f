package io.hcdc.nfs;

import io.hcdc.api.Background;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import io.hcdc.nfs.client.NfsClient;
import io.hcdc.nfs.client.NfsException;
import io.hcdc.nfs.client.NfsFile;
import io.hcdc.nfs.client.NotSentException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes as an application with a mounted export would: into one file that stays open, through a client that reclaims it. */
final class PairWorkload implements Workload, Ledger, Readable {
    /** Grace included, should there be one. */
    private static final Duration OPEN_LIMIT = Duration.ofMinutes(5);

    private static final Duration READ_LIMIT = Duration.ofSeconds(2);
    private static final int START_SECONDS = 2;

    private final NfsClient client;
    private final String name;
    private final Duration timeout;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile NfsFile file;
    private volatile String trouble = "the file is not open yet";

    PairWorkload(Servers servers, WorkloadSpec spec) {
        name = "hcdc-drill-" + spec.id();
        timeout = spec.timeout();
        client = new NfsClient(servers.paths().to(spec.path()), name);
        Background.start("nfs-open", this::open);
        awaitOpen();
    }

    private void open() {
        try {
            file = client.create(name, OPEN_LIMIT);
        } catch (IOException e) {
            trouble = e.getMessage();
        }
        opened.countDown();
    }

    private void awaitOpen() {
        try {
            opened.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Outcome attempt(int number) {
        NfsFile open = file;
        if (open == null) {
            return Outcome.fail("", trouble);
        }
        try {
            return Outcome.ok(open.write(Line.offset(number), Line.of(number), timeout));
        } catch (NotSentException | NfsException e) {
            return Outcome.fail("", e.getMessage());
        } catch (IOException e) {
            return Outcome.indeterminate("", String.valueOf(e.getMessage()));
        }
    }

    /** Told by the length of the file. */
    @Override
    public Shown newest() {
        NfsFile open = file;
        if (open == null) {
            return Shown.nothing(Outcome.fail("", trouble));
        }
        try {
            NfsFile.Length length = open.length(timeout);
            return new Shown(Outcome.ok(length.server()), Line.last(length.bytes()));
        } catch (IOException e) {
            return Shown.nothing(Outcome.fail("", String.valueOf(e.getMessage())));
        }
    }

    /** There is one copy, so there is one reader: who serves. */
    @Override
    public Map<String, Held> read() {
        NfsFile open = file;
        if (open == null) {
            return Map.of();
        }
        try {
            NfsFile.Content content = open.readAll(READ_LIMIT);
            return Map.of(content.server(), Held.once(Line.numbers(content.data())));
        } catch (IOException e) {
            return Map.of();
        }
    }

    @Override
    public int copies() {
        return 1;
    }

    @Override
    public void erase() {
        try {
            client.remove(name, READ_LIMIT);
        } catch (IOException e) {
            // Left behind: a file that nothing else uses.
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
