package io.hcdc.nfs;

import io.hcdc.api.NodeState;
import io.hcdc.nfs.client.Attributes;
import io.hcdc.nfs.client.NfsException;
import io.hcdc.nfs.client.Probe;
import io.hcdc.nfs.client.RpcRefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;

/**
 * What one node said, asked by NFSv4 itself: a published port accepts connections with nobody behind it.
 *
 * @param detail of who serves: lease and space
 * @param trouble what is wrong, in words; empty when nothing is
 */
record NodeLook(String node, Kind kind, String detail, String trouble) {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    enum Kind {
        SERVES,
        /** Says that it serves nothing now: it waits for the lock. */
        WAITS,
        SILENT
    }

    static NodeLook take(String node, InetSocketAddress address) {
        try (Probe probe = new Probe(address, LIMIT)) {
            return of(node, probe);
        } catch (RpcRefusedException e) {
            return e.nothingServed()
                    ? new NodeLook(node, Kind.WAITS, "waits for the lock", "")
                    : new NodeLook(node, Kind.SILENT, "", reason(e));
        } catch (IOException e) {
            return new NodeLook(node, Kind.SILENT, "", reason(e));
        }
    }

    private static NodeLook of(String node, Probe probe) throws IOException {
        String detail = "";
        try {
            Attributes root = probe.root();
            detail = String.format(
                    Locale.ROOT, "lease %d s, %.1f GB free", root.leaseSeconds(), root.spaceAvailable() / 1e9);
            probe.requireWritable();
            return new NodeLook(node, Kind.SERVES, detail, "");
        } catch (NfsException e) {
            return new NodeLook(node, Kind.SERVES, detail, reason(e));
        }
    }

    boolean serves() {
        return kind == Kind.SERVES;
    }

    boolean waits() {
        return kind == Kind.WAITS;
    }

    /** @param serving the role of who serves */
    NodeState state(String serving, String settings) {
        return switch (kind) {
            case SERVES -> new NodeState(node, serving, join(settings, join(detail, trouble)));
            case WAITS -> new NodeState(node, "standby", detail);
            case SILENT -> NodeState.unreachable(node, trouble);
        };
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
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
