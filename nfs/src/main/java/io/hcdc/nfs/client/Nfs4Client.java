package io.hcdc.nfs.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Asks an NFSv4 server about its root. Version 4.0, because that asks for no session first. */
public final class Nfs4Client implements AutoCloseable {
    private static final int NFS = 100003;
    private static final int MINOR_VERSION = 0;

    private final RpcConnection connection;

    /**
     * Connects.
     *
     * @param limit the time for connecting and for everything asked afterwards
     */
    public Nfs4Client(InetSocketAddress server, Duration limit) throws IOException {
        connection = new RpcConnection(server, NFS, 4, limit);
    }

    /** The attributes of the export's root. */
    public Attributes root() throws IOException {
        Compound.Reply reply = send(new Compound(MINOR_VERSION).putRootFh().getAttr(Attributes.ALL));
        reply.putRootFh();
        return reply.getAttr();
    }

    /** Succeeds when the server would take a change now. Changes nothing. */
    public void requireWritable() throws IOException {
        Compound.Reply reply = send(new Compound(MINOR_VERSION).putRootFh().setNoAttr());
        reply.putRootFh();
        reply.setNoAttr();
    }

    private Compound.Reply send(Compound compound) throws IOException {
        return new Compound.Reply(connection.call(Compound.PROCEDURE, compound.arguments()));
    }

    @Override
    public void close() {
        connection.close();
    }
}
