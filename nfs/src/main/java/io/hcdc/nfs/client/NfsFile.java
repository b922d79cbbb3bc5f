package io.hcdc.nfs.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A file in the export's root, open to read and write; it stays open when another server takes over. */
public final class NfsFile {
    private static final AttributeMask SIZE = AttributeMask.of(4);

    private final NfsClient client;
    private final String name;
    private volatile Open open;

    /** @param handle by which the servers know it, whoever of them serves */
    record Open(byte[] handle, StateId state) {}

    NfsFile(NfsClient client, String name, Open open) {
        this.client = client;
        this.name = name;
        this.open = open;
    }

    String name() {
        return name;
    }

    Open open() {
        return open;
    }

    void reopened(Open again) {
        open = again;
    }

    /**
     * Writes, once, and returns when it is on the server's disk.
     *
     * @return the server's name for itself
     * @throws NotSentException when the server never saw it
     * @throws NfsException when the server refused it
     * @throws IOException when it may or may not have been written
     */
    public String write(long offset, byte[] data, Duration limit) throws IOException {
        return client.once(
                (session, deadline) -> {
                    write(session, offset, data, Compound.Stability.FILE_SYNC, deadline);
                    return session.server();
                },
                Deadline.in(limit));
    }

    /** Writes from the beginning, in pieces, and returns when all is on the server's disk, whichever server that is. */
    public void writeAll(byte[] data, Duration limit) throws IOException {
        client.repeat(
                (session, deadline) -> {
                    for (boolean sameRun = false; !sameRun; ) {
                        sameRun = writePieces(session, data, deadline);
                    }
                    return null;
                },
                Deadline.in(limit));
    }

    /** @return whether one run of the server got all of it: another one may have lost what was not committed yet */
    private boolean writePieces(Session session, byte[] data, Deadline deadline) throws IOException {
        boolean sameRun = true;
        long run = 0;
        for (int offset = 0; offset < data.length; ) {
            byte[] piece = Arrays.copyOfRange(data, offset, Math.min(data.length, offset + session.transfer()));
            Reply.Written written = write(session, offset, piece, Compound.Stability.UNSTABLE, deadline);
            sameRun &= offset == 0 || written.verifier() == run;
            run = written.verifier();
            offset += written.bytes();
        }
        Reply reply = session.call(compound -> compound.putFh(open.handle).commit(), deadline);
        long committed = reply.done(Operation.PUTFH).commit();
        return data.length == 0 || sameRun && committed == run;
    }

    private Reply.Written write(
            Session session, long offset, byte[] data, Compound.Stability stability, Deadline deadline)
            throws IOException {
        Open now = open;
        Reply.Written written = session.call(
                        compound -> compound.putFh(now.handle).write(now.state, offset, stability, data), deadline)
                .done(Operation.PUTFH)
                .write();
        if (written.bytes() < data.length && stability == Compound.Stability.FILE_SYNC || written.bytes() == 0) {
            throw new IOException("the server wrote only " + written.bytes() + " of " + data.length + " bytes");
        }
        return written;
    }

    /** @param server the name for itself of who was asked */
    public record Content(String server, byte[] data) {}

    /** The whole file. */
    public Content readAll(Duration limit) throws IOException {
        return client.repeat(
                (session, deadline) -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    boolean atEnd = false;
                    while (!atEnd) {
                        Reply.Read read = read(session, all.size(), deadline);
                        all.writeBytes(read.data());
                        atEnd = read.atEnd() || read.data().length == 0;
                    }
                    return new Content(session.server(), all.toByteArray());
                },
                Deadline.in(limit));
    }

    private Reply.Read read(Session session, long offset, Deadline deadline) throws IOException {
        Open now = open;
        return session.call(
                        compound -> compound.putFh(now.handle).read(now.state, offset, session.transfer()), deadline)
                .done(Operation.PUTFH)
                .read();
    }

    /** @param server the name for itself of who was asked */
    public record Length(String server, long bytes) {}

    /** How long it is, as the server sees it. */
    public Length length(Duration limit) throws IOException {
        return client.repeat(
                (session, deadline) -> {
                    long bytes = session.call(
                                    compound -> compound.putFh(open.handle).getAttr(SIZE), deadline)
                            .done(Operation.PUTFH)
                            .getAttr(SIZE)
                            .uint64();
                    return new Length(session.server(), bytes);
                },
                Deadline.in(limit));
    }

    /** Ends what the server remembers of it. */
    public void close(Duration limit) throws IOException {
        client.close(this, limit);
    }
}
