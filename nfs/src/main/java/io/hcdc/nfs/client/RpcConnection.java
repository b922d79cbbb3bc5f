package io.hcdc.nfs.client;

import io.hcdc.api.Background;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remote procedure calls (RFC 5531) of NFSv4 over one TCP connection: many may be under way at once, and answers
 * come in any order.
 */
final class RpcConnection implements AutoCloseable {
    private static final int CALL = 0;
    private static final int REPLY = 1;
    private static final int RPC_VERSION = 2;
    private static final int NFS = 100003;
    private static final int NFS_VERSION = 4;
    private static final int AUTH_NONE = 0;
    private static final int AUTH_SYS = 1;
    private static final int LAST_FRAGMENT = 0x80000000;

    /** More than any answer we ask for; a peer that speaks something else is found out here. */
    private static final int MAX_RECORD = 1 << 21;

    private final Socket socket = new Socket();
    private final AtomicInteger xid = new AtomicInteger((int) System.nanoTime());
    private final Map<Integer, Call> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<IOException> end = new CompletableFuture<>();
    private volatile long lastHeard = System.nanoTime();

    RpcConnection(InetSocketAddress server, Deadline deadline) throws IOException {
        try {
            socket.connect(server, deadline.remainingMillis());
            socket.setTcpNoDelay(true);
            // Closing cuts: nothing more is to reach a server that was left.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        Background.start("nfs-rpc", this::receive);
    }

    /**
     * The results of a procedure that was carried out.
     *
     * @throws NotSentException when the server did not get the call
     */
    XdrReader call(int procedure, byte[] arguments, Deadline deadline) throws IOException {
        return await(send(procedure, arguments), deadline);
    }

    /**
     * Sends a call. Its future ends with the results or with an {@link IOException}, at the latest when the connection ends.
     *
     * @throws NotSentException when the server did not get the call
     */
    CompletableFuture<XdrReader> send(int procedure, byte[] arguments) throws NotSentException {
        int id = xid.incrementAndGet();
        CompletableFuture<XdrReader> answer = new CompletableFuture<>();
        pending.put(id, new Call(answer, System.nanoTime()));
        try {
            write(message(id, procedure, arguments));
        } catch (IOException e) {
            // What was not taken as a whole is never carried out.
            pending.remove(id);
            end(e);
            throw new NotSentException("the connection was closed", e);
        }
        if (end.isDone()) {
            answer.completeExceptionally(end.join());
        }
        return answer;
    }

    static XdrReader await(CompletableFuture<XdrReader> answer, Deadline deadline) throws IOException {
        try {
            return answer.get(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw (IOException) e.getCause();
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** For how long calls have been waiting without a word from the server; zero while none waits. In nanoseconds. */
    long silence() {
        long now = System.nanoTime();
        long waiting = 0;
        for (Call call : pending.values()) {
            waiting = Math.max(waiting, now - call.sent());
        }
        return Math.min(waiting, now - lastHeard);
    }

    private record Call(CompletableFuture<XdrReader> answer, long sent) {}

    /** Ends, with the reason, when the connection does. */
    CompletableFuture<IOException> end() {
        return end;
    }

    private byte[] message(int id, int procedure, byte[] arguments) {
        byte[] credentials = new XdrWriter()
                .uint32(0)
                .string("hcdc")
                .uint32(0) // uid
                .uint32(0) // gid
                .uint32(0) // no further groups
                .bytes();
        return new XdrWriter()
                .uint32(id)
                .uint32(CALL)
                .uint32(RPC_VERSION)
                .uint32(NFS)
                .uint32(NFS_VERSION)
                .uint32(procedure)
                .uint32(AUTH_SYS)
                .opaque(credentials)
                .uint32(AUTH_NONE)
                .uint32(0)
                .fixed(arguments)
                .bytes();
    }

    private synchronized void write(byte[] message) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(4 + message.length)
                        .putInt(LAST_FRAGMENT | message.length)
                        .put(message)
                        .array());
    }

    private void receive() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            while (true) {
                XdrReader reply = new XdrReader(record(in));
                lastHeard = System.nanoTime();
                Call call = pending.remove(reply.uint32());
                if (call == null || reply.uint32() != REPLY) {
                    throw new IOException("what answers does not speak RPC");
                }
                settle(call.answer(), reply);
            }
        } catch (EOFException e) {
            end(new EOFException("the connection was closed without an answer"));
        } catch (IOException e) {
            end(e);
        }
    }

    private static void settle(CompletableFuture<XdrReader> answer, XdrReader reply) throws IOException {
        if (reply.uint32() != 0) {
            answer.completeExceptionally(new IOException("the server denied the call"));
            return;
        }
        reply.uint32(); // the verifier's flavor
        reply.opaque();
        int status = reply.uint32();
        if (status == 0) {
            answer.complete(reply);
        } else {
            answer.completeExceptionally(new RpcRefusedException(status));
        }
    }

    /** One record: fragments, each after its length, up to the one marked as the last. */
    private static byte[] record(DataInputStream in) throws IOException {
        byte[] record = {};
        int header;
        do {
            header = in.readInt();
            int length = header & ~LAST_FRAGMENT;
            if (length > MAX_RECORD - record.length) {
                throw new IOException("what answers does not speak RPC");
            }
            byte[] longer = Arrays.copyOf(record, record.length + length);
            in.readFully(longer, record.length, length);
            record = longer;
        } while ((header & LAST_FRAGMENT) == 0);
        return record;
    }

    private void end(IOException reason) {
        try {
            socket.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        end.complete(reason);
        pending.values().forEach(call -> call.answer().completeExceptionally(reason));
        pending.clear();
    }

    @Override
    public void close() {
        end(new IOException("the connection was given up"));
    }
}
