package io.hcdc.postgres;

import io.hcdc.api.drill.Evidence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** A server's promotion, asked of itself. */
final class NodeSource implements Observation.Source {
    private static final int PAUSE_MILLIS = 50;

    private final Servers servers;
    private final PostgresNode node;
    private final Consumer<Evidence> sink;
    private volatile Session session;
    private NodeLook last;

    NodeSource(Servers servers, PostgresNode node, Consumer<Evidence> sink) {
        this.servers = servers;
        this.node = node;
        this.sink = sink;
    }

    @Override
    public void look() throws SQLException {
        if (session == null) {
            session = servers.superuser(node);
        }
        NodeLook now = NodeLook.ask(session);
        if (last != null) {
            now.since(last, node.name()).forEach(said -> sink.accept(said.asked(Duration.ofMillis(PAUSE_MILLIS))));
        }
        last = now;
    }

    @Override
    public void lost() {
        close();
        session = null;
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
