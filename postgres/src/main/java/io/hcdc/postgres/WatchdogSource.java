package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A Pgpool's view of the watchdog. */
final class WatchdogSource implements Observation.Source {
    /** Each look makes Pgpool start a process. */
    private static final int PAUSE_MILLIS = 200;

    private final Servers servers;
    private final PgpoolNode pgpool;
    private final Consumer<Evidence> sink;
    private Watchdog last;

    private WatchdogSource(Servers servers, PgpoolNode pgpool, Consumer<Evidence> sink) {
        this.servers = servers;
        this.pgpool = pgpool;
        this.sink = sink;
    }

    static List<WatchdogSource> all(Servers servers, Consumer<Evidence> sink) {
        return servers.layout().pgpools().stream()
                .map(pgpool -> new WatchdogSource(servers, pgpool, sink))
                .toList();
    }

    @Override
    public void look() throws IOException {
        Watchdog now = servers.watchdog(pgpool, Ask.LIMIT_MILLIS);
        if (last != null) {
            now.since(last, pgpool.name()).forEach(said -> sink.accept(said.asked(Duration.ofMillis(PAUSE_MILLIS))));
        }
        last = now;
    }

    @Override
    public void lost() {
        // It says nothing; that it is gone is for the others to say.
    }

    @Override
    public int pauseMillis() {
        return PAUSE_MILLIS;
    }

    @Override
    public void close() {
        // Every look has a connection of its own.
    }
}
