package io.hcdc.nfs.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Asks an NFSv4 server about its root. Version 4.0, because that asks for no session first. */
public final class Probe implements AutoCloseable {
    private static final int MINOR_VERSION = 0;

    private final RpcConnection connection;
    private final Deadline deadline;

    /**
     * Connects.
     *
     * @param limit the time for connecting and for everything asked afterwards
     */
    public Probe(InetSocketAddress server, Duration limit) throws IOException {
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

    private Reply send(Compound compound) throws IOException {
        return new Reply(connection.call(Compound.PROCEDURE, compound.arguments(), deadline));
    }

    @Override
    public void close() {
        connection.close();
    }
}
