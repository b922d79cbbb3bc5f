package io.hcdc.nfs.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an NFSv4 server about its root. Version 4.0, because that asks for no session first. */
public final class Probe implements AutoCloseable {
    private static final int MINOR_VERSION = 0;

    private final RpcConnection connection;
    private final Duration limit;
    private final Deadline deadline;

    /**
     * Connects.
     *
     * @param limit the time for connecting and for everything asked about the root
     */
    public Probe(InetSocketAddress server, Duration limit) throws IOException {
        this.limit = limit;
        deadline = Deadline.in(limit);
        connection = new RpcConnection(server, deadline);
    }

    /** The attributes of the export's root. */
    public Attributes root() throws IOException {
        Reply reply = send(new Compound(MINOR_VERSION).putRootFh().getAttr(Attributes.MASK));
        return Attributes.read(reply.done(Operation.PUTROOTFH).getAttr(Attributes.MASK));
    }

    /** Succeeds when the server would take a change now. Changes nothing. */
    public void requireWritable() throws IOException {
        send(new Compound(MINOR_VERSION).putRootFh().setNoAttr())
                .done(Operation.PUTROOTFH)
                .done(Operation.SETATTR);
    }

    /** Whether the server is still there after that time. Returns at once when the connection ends before. */
    public boolean lastsFor(Duration time) {
        try {
            connection.end().get(time.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException e) {
            return answers();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() {
        try {
            send(new Compound(MINOR_VERSION).putRootFh(), Deadline.in(limit));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Reply send(Compound compound) throws IOException {
        return send(compound, deadline);
    }

    private Reply send(Compound compound, Deadline until) throws IOException {
        return new Reply(connection.call(Compound.PROCEDURE, compound.arguments(), until));
    }

    @Override
    public void close() {
        connection.close();
    }
}
