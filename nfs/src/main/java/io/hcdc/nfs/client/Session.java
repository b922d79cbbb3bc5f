package io.hcdc.nfs.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * What a client and one run of a server have agreed on. A compound under way occupies one of the session's slots, and
 * there are as many slots as the server allows. A session lives as long as its connection: a lost one is never resumed.
 */
final class Session {
    static final int MINOR_VERSION = 1;

    /** Of a WRITE or READ beside its data. */
    private static final int HEADERS = 4096;

    private static final int LARGEST_TRANSFER = 1 << 19;
    private static final Duration GOODBYE = Duration.ofMillis(300);
    private static final ChannelLimits WISH =
            new ChannelLimits(LARGEST_TRANSFER + HEADERS, LARGEST_TRANSFER + HEADERS, HEADERS, 8, 64);

    private final Greeting greeting;
    private final Reply.CreatedSession created;
    private final BlockingQueue<Slot> free = new LinkedBlockingQueue<>();
    private volatile long lastUsed = System.nanoTime();
    private volatile boolean forgotten;

    private Session(Greeting greeting, Reply.CreatedSession created) {
        this.greeting = greeting;
        this.created = created;
        for (int slot = 0; slot < created.limits().slots(); slot++) {
            free.add(new Slot(slot, 1));
        }
    }

    /** @param sequence one more than that of the client id's last session */
    static Session create(Greeting greeting, int sequence, Deadline deadline) throws IOException {
        byte[] question = new Compound(MINOR_VERSION)
                .createSession(greeting.id().clientId(), sequence, WISH)
                .arguments();
        XdrReader answer = greeting.connection().call(Compound.PROCEDURE, question, deadline);
        return new Session(greeting, new Reply(answer).createSession());
    }

    /**
     * Has operations carried out.
     *
     * @throws NotSentException when the server did not get them
     * @throws NfsException when one of the results read later failed, or the session is not valid any more
     */
    Reply call(UnaryOperator<Compound> operations, Deadline deadline) throws IOException {
        Slot slot = take(deadline);
        byte[] question = operations
                .apply(new Compound(MINOR_VERSION)
                        .sequence(
                                created.id(),
                                slot.sequence(),
                                slot.number(),
                                created.limits().slots() - 1))
                .arguments();
        lastUsed = System.nanoTime();
        CompletableFuture<XdrReader> answer;
        try {
            answer = greeting.connection().send(Compound.PROCEDURE, question);
        } catch (NotSentException e) {
            free.add(slot);
            throw e;
        }
        answer.whenComplete((results, error) -> free.add(slot.next()));
        Reply reply = new Reply(RpcConnection.await(answer, deadline));
        try {
            return reply.sequence();
        } catch (IOException e) {
            // Slot and server no longer agree, whatever the reason.
            abandon();
            throw e;
        }
    }

    private Slot take(Deadline deadline) throws NotSentException {
        try {
            Slot slot = free.poll(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS);
            if (slot == null) {
                throw new NotSentException("too many calls wait for an answer");
            }
            return slot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("interrupted");
        }
    }

    long clientId() {
        return greeting.id().clientId();
    }

    /** The server's name for itself. */
    String server() {
        return greeting.id().server();
    }

    /** How many bytes one WRITE or READ may carry. */
    int transfer() {
        int room = Math.min(created.limits().requestBytes(), created.limits().responseBytes()) - HEADERS;
        return Math.min(LARGEST_TRANSFER, room);
    }

    CompletableFuture<IOException> end() {
        return greeting.connection().end();
    }

    boolean ended() {
        return end().isDone();
    }

    /** For how long calls have been waiting without a word from the server, in nanoseconds. */
    long silence() {
        return greeting.connection().silence();
    }

    long idle() {
        return System.nanoTime() - lastUsed;
    }

    /** The server has forgotten what the client had open, so it has to be opened again. */
    void forget() {
        forgotten = true;
        abandon();
    }

    boolean forgotten() {
        return forgotten;
    }

    void abandon() {
        greeting.connection().close();
    }

    /** Tells the server that the client will not come back: nobody has to wait for it in grace. */
    void destroy() {
        try {
            sole(new Compound(MINOR_VERSION).destroySession(created.id())).done(Operation.DESTROY_SESSION);
            sole(new Compound(MINOR_VERSION).destroyClientId(clientId())).done(Operation.DESTROY_CLIENTID);
        } catch (IOException e) {
            // It forgets the client when the lease has run out.
        }
        abandon();
    }

    private Reply sole(Compound compound) throws IOException {
        return new Reply(greeting.connection().call(Compound.PROCEDURE, compound.arguments(), Deadline.in(GOODBYE)));
    }

    private record Slot(int number, int sequence) {
        Slot next() {
            return new Slot(number, sequence + 1);
        }
    }
}
