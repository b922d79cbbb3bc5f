package io.hcdc.nfs;

import io.hcdc.api.Access;
import io.hcdc.api.Driver;
import io.hcdc.api.Look;
import io.hcdc.api.NodeState;
import io.hcdc.api.Port;
import io.hcdc.api.Readiness;
import io.hcdc.nfs.client.Attributes;
import io.hcdc.nfs.client.NfsException;
import io.hcdc.nfs.client.Probe;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Asks the server by NFSv4 itself: a published port accepts connections with nobody behind it. */
final class NfsDriver implements Driver {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    private final NfsConfig config;
    private final Access access;
    private final Port port;

    NfsDriver(NfsConfig config, Access access, Port port) {
        this.config = config;
        this.access = access;
        this.port = port;
    }

    @Override
    public Look look() {
        try (Probe client = connect()) {
            return look(client);
        } catch (IOException e) {
            return new Look(
                    new Readiness.NotReady(reason(e)), List.of(NodeState.unreachable(NfsComponent.NODE, reason(e))));
        }
    }

    private Look look(Probe client) throws IOException {
        String detail = "grace " + config.gracePeriod() + " s";
        try {
            Attributes root = client.root();
            detail += String.format(
                    Locale.ROOT, ", lease %d s, %.1f GB free", root.leaseSeconds(), root.spaceAvailable() / 1e9);
            client.requireWritable();
            return new Look(new Readiness.Ready("NFSv4 root answers and takes changes"), List.of(server(detail)));
        } catch (NfsException e) {
            return new Look(new Readiness.NotReady(reason(e)), List.of(server(detail + ", " + reason(e))));
        }
    }

    private static NodeState server(String detail) {
        return new NodeState(NfsComponent.NODE, "server", detail);
    }

    @Override
    public void close() {
        // Every look has a connection of its own: one that was kept would not notice a restart.
    }

    private Probe connect() throws IOException {
        return new Probe(access.reach(NfsComponent.NODE, port), LIMIT);
    }

    private static String reason(IOException e) {
        if (e instanceof NfsException nfs && nfs.inGrace()) {
            return "in grace: waits for the clients of before its start";
        } else if (e instanceof NfsException nfs && nfs.notFound()) {
            return "answers without an export: its log says why it could not open it";
        } else if (e instanceof EOFException) {
            return "the connection was closed without an answer";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
