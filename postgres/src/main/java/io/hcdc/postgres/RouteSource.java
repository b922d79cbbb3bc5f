package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import io.hcdc.api.drill.Evidence.Stage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Whom a Pgpool serves its sessions with, asked through one: as soon as Pgpool knows that the primary is gone it ends all
 * sessions, and it begins none before it knows the next one.
 */
final class RouteSource implements Observation.Source {
    private static final int PAUSE_MILLIS = 50;

    /** An answer that a frozen server owes is waited for: it is Pgpool's to end the session, and to be heard doing so. */
    private static final int PATIENCE_MILLIS = (int) TimeUnit.SECONDS.toMillis(10);

    private final Servers servers;
    private final PgpoolNode pgpool;
    private final Consumer<Evidence> sink;
    private volatile Session session;
    private boolean routed;

    RouteSource(Servers servers, PgpoolNode pgpool, Consumer<Evidence> sink) {
        this.servers = servers;
        this.pgpool = pgpool;
        this.sink = sink;
    }

    @Override
    public void look() throws SQLException {
        if (session == null) {
            session = servers.application(pgpool.name(), pgpool.port());
            session.limit(PATIENCE_MILLIS);
        }
        List<String> answer = session.ask(PgpoolView.WHO_SERVES).row();
        boolean primary = answer.get(1).equals("f");
        if (primary && !routed) {
            sink.accept(new Evidence(pgpool.name(), "serves", answer.get(0), Optional.of(Stage.ROUTED))
                    .asked(Duration.ofMillis(PAUSE_MILLIS)));
        }
        routed = primary;
    }

    @Override
    public void lost() {
        if (session != null) {
            sink.accept(new Evidence(pgpool.name(), "session ended", "", Optional.of(Stage.DETECTED)));
        }
        close();
        session = null;
        routed = false;
    }

    @Override
    public int pauseMillis() {
        return PAUSE_MILLIS;
    }

    @Override
    public void close() {
        Session open = session;
        if (open != null) {
            open.close();
        }
    }
}
