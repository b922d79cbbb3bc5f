package io.hcdc.nfs.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Remote procedure calls (RFC 5531) of one program over one TCP connection, one at a time. */
final class RpcConnection implements AutoCloseable {
    private static final int CALL = 0;
    private static final int REPLY = 1;
    private static final int RPC_VERSION = 2;
    private static final int AUTH_NONE = 0;
    private static final int AUTH_SYS = 1;
    private static final int LAST_FRAGMENT = 0x80000000;

    /** Far more than any answer we ask for; a peer that speaks something else is found out here. */
    private static final int MAX_RECORD = 1 << 20;

    private final Socket socket = new Socket();
    private final int program;
    private final int version;
    private final long deadline;
    private int xid = (int) System.nanoTime();

    /**
     * Connects.
     *
     * @param limit the time for connecting and for all calls together
     */
    RpcConnection(InetSocketAddress server, int program, int version, Duration limit) throws IOException {
        this.program = program;
        this.version = version;
        this.deadline = System.nanoTime() + limit.toNanos();
        try {
            socket.connect(server, remainingMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The results of a procedure that was carried out. */
    XdrReader call(int procedure, byte[] arguments) throws IOException {
        byte[] credentials = new XdrWriter()
                .uint32(0)
                .string("hcdc")
                .uint32(0) // uid
                .uint32(0) // gid
                .uint32(0) // no further groups
                .bytes();
        byte[] message = new XdrWriter()
                .uint32(++xid)
                .uint32(CALL)
                .uint32(RPC_VERSION)
                .uint32(program)
                .uint32(version)
                .uint32(procedure)
                .uint32(AUTH_SYS)
                .opaque(credentials)
                .uint32(AUTH_NONE)
                .uint32(0)
                .fixed(arguments)
                .bytes();
        socket.getOutputStream()
                .write(ByteBuffer.allocate(4 + message.length)
                        .putInt(LAST_FRAGMENT | message.length)
                        .put(message)
                        .array());
        return results(new XdrReader(record()));
    }

    private XdrReader results(XdrReader reply) throws IOException {
        if (reply.uint32() != xid || reply.uint32() != REPLY) {
            throw new IOException("what answers does not speak RPC");
        }
        if (reply.uint32() != 0) {
            throw new IOException("the server denied the call");
        }
        reply.uint32(); // the verifier's flavor
        reply.opaque();
        int status = reply.uint32();
        if (status != 0) {
            throw new IOException("the server refused the call with accept status " + status);
        }
        return reply;
    }

    /** One record: fragments, each after its length, up to the one marked as the last. */
    private byte[] record() throws IOException {
        DataInputStream in = new DataInputStream(new Bounded());
        byte[] record = {};
        int header;
        do {
            header = in.readInt();
            int length = header & ~LAST_FRAGMENT;
            if (length > MAX_RECORD - record.length) {
                throw new IOException("what answers does not speak RPC");
            }
            byte[] longer = java.util.Arrays.copyOf(record, record.length + length);
            in.readFully(longer, record.length, length);
            record = longer;
        } while ((header & LAST_FRAGMENT) == 0);
        return record;
    }

    private int remainingMillis() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) millis;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The socket's input, which a peer that dribbles cannot stretch beyond the deadline. */
    private final class Bounded extends InputStream {
        private final InputStream in = socket.getInputStream();

        Bounded() throws IOException {}

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(remainingMillis());
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setSoTimeout(remainingMillis());
            int count = in.read(bytes, offset, length);
            if (count < 0) {
                throw new EOFException("the connection was closed");
            }
            return count;
        }
    }
}
