package io.hcdc.postgres;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks the servers, all at once. */
final class Surveyor implements AutoCloseable {
    /** Each question to the watchdog makes Pgpool start a process: within this time the last answer is used again. */
    private static final long WATCHDOG_FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Servers servers;
    private final KeptSessions kept = new KeptSessions();
    private final Map<String, Known> watchdogs = new ConcurrentHashMap<>();

    Surveyor(Servers servers) {
        this.servers = servers;
    }

    Survey take() {
        Ask<NodeView> nodes = askNodes();
        Ask<PgpoolView> pgpools = askPgpools();
        Ask<Watchdog> watchdogs = askWatchdogs();
        return new Survey(nodes.answers(), pgpools.answers(), watchdogs.answers());
    }

    /** The nodes that answer. */
    Map<String, NodeView> nodes() {
        return Survey.answered(askNodes().answers());
    }

    /** What the Pgpools that answer know of the watchdog. */
    Map<String, Watchdog> watchdogs() {
        return Survey.answered(askWatchdogs().answers());
    }

    private Ask<NodeView> askNodes() {
        Ask<NodeView> ask = new Ask<>();
        servers.layout()
                .nodes()
                .forEach(node ->
                        ask.of(node.name(), () -> kept.use(node.name(), () -> servers.superuser(node), NodeView::ask)));
        return ask;
    }

    private Ask<PgpoolView> askPgpools() {
        Ask<PgpoolView> ask = new Ask<>();
        servers.layout()
                .pgpools()
                .forEach(pgpool -> ask.of(
                        pgpool.name(),
                        () -> kept.use(
                                pgpool.name(),
                                () -> servers.application(pgpool.name(), pgpool.port()),
                                session -> PgpoolView.ask(session, servers.layout()))));
        return ask;
    }

    private Ask<Watchdog> askWatchdogs() {
        Ask<Watchdog> ask = new Ask<>();
        servers.layout().pgpools().forEach(pgpool -> ask.of(pgpool.name(), () -> watchdog(pgpool)));
        return ask;
    }

    private Watchdog watchdog(PgpoolNode pgpool) throws IOException {
        Known known = watchdogs.get(pgpool.name());
        if (known != null && System.nanoTime() - known.nanos() < WATCHDOG_FRESH_NANOS) {
            return known.watchdog();
        }
        Watchdog watchdog = servers.watchdog(pgpool, Ask.LIMIT_MILLIS);
        watchdogs.put(pgpool.name(), new Known(watchdog, System.nanoTime()));
        return watchdog;
    }

    @Override
    public void close() {
        kept.close();
    }

    private record Known(Watchdog watchdog, long nanos) {}
}
