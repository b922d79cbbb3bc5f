package io.hcdc.nfs.client;

import io.hcdc.api.Background;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client of NFSv4.1 that outlives its server: when another one takes over, at the same address or at another, it
 * reclaims what it had open and goes on. For any number of threads.
 */
public final class NfsClient implements AutoCloseable {
    /** Where calls wait for so long without a word, others are asked whether they serve now. */
    private static final Duration PATIENCE = Duration.ofMillis(150);

    /** A connection of which nothing is heard for so long is given up even when its server is alive. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    /** The shortest lease there is lasts two seconds. */
    private static final Duration RENEWAL = Duration.ofMillis(500);

    private static final Duration SEARCH = Duration.ofSeconds(1);
    private static final Duration AGREEMENT = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofMillis(300);
    private static final int LOOK_MILLIS = 10;
    private static final int RETRY_MILLIS = 20;

    private final List<InetSocketAddress> servers;
    private final ClientOwner owner;
    private final Set<NfsFile> files = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private Session current;
    private long clientId;
    private int sequence;

    /** The client id under which all that was open is open again. */
    private long reclaimed;

    private volatile boolean closed;

    /** Something done in a session. */
    interface Step<T> {
        T in(Session session, Deadline deadline) throws IOException;
    }

    /**
     * Begins to look for a server.
     *
     * @param servers where one of them serves; all are the same to their clients
     * @param name unique among the servers' clients
     */
    public NfsClient(List<InetSocketAddress> servers, String name) {
        this.servers = List.copyOf(servers);
        this.owner = new ClientOwner(new SecureRandom().nextLong(), name);
        Background.start("nfs-client", this::mind);
    }

    /** The name for itself of the server that answers first at one of these addresses. */
    public static Optional<String> whoAnswers(List<InetSocketAddress> servers, Duration limit) {
        ClientOwner nobody = new ClientOwner(new SecureRandom().nextLong(), "hcdc-question");
        return Greeting.first(servers, nobody, limit).map(greeting -> {
            greeting.connection().close();
            return greeting.id().server();
        });
    }

    /** Opens a file of the export's root; one that is not there is created. Waits for the end of grace. */
    public NfsFile create(String name, Duration limit) throws IOException {
        return open(Compound.Claim.CREATE, name, limit);
    }

    /** Opens a file of the export's root that is there. Waits for the end of grace. */
    public NfsFile open(String name, Duration limit) throws IOException {
        return open(Compound.Claim.NAME, name, limit);
    }

    private NfsFile open(Compound.Claim claim, String name, Duration limit) throws IOException {
        return repeat(
                (session, deadline) -> {
                    NfsFile file = new NfsFile(this, name, byName(session, claim, name, deadline));
                    synchronized (change) {
                        if (session != current) {
                            throw new IOException("another server has taken over");
                        }
                        files.add(file);
                    }
                    return file;
                },
                Deadline.in(limit));
    }

    /** Removes a file of the export's root; nothing happens where there is none. */
    public void remove(String name, Duration limit) throws IOException {
        try {
            repeat(
                    (session, deadline) -> session.call(
                                    compound -> compound.putRootFh().remove(name), deadline)
                            .done(Operation.PUTROOTFH)
                            .done(Operation.REMOVE),
                    Deadline.in(limit));
        } catch (NfsException e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    void close(NfsFile file, Duration limit) throws IOException {
        files.remove(file);
        once(
                (session, deadline) -> session.call(
                                compound -> compound.putFh(file.open().handle())
                                        .close(file.open().state()),
                                deadline)
                        .done(Operation.PUTFH)
                        .close(),
                Deadline.in(limit));
    }

    /**
     * Does it in the session of now, waiting for one if there is none.
     *
     * @throws NotSentException when there was no session in time
     */
    <T> T once(Step<T> step, Deadline deadline) throws IOException {
        Session session = session(deadline);
        try {
            return step.in(session, deadline);
        } catch (NfsException e) {
            if (e.forgotten()) {
                session.forget();
            }
            throw e;
        }
    }

    /** Does it until it has been done: what passes is waited for, and a lost connection is no reason to give up. */
    <T> T repeat(Step<T> step, Deadline deadline) throws IOException {
        while (true) {
            try {
                return once(step, deadline);
            } catch (IOException e) {
                boolean settled = e instanceof NfsException refused && !refused.passes() && !refused.forgotten();
                if (settled || deadline.passed() || closed) {
                    throw e;
                }
                Background.pause(RETRY_MILLIS);
            }
        }
    }

    private Session session(Deadline deadline) throws NotSentException {
        synchronized (change) {
            while (current == null || current.ended()) {
                if (deadline.passed() || closed) {
                    throw new NotSentException("no server answers");
                }
                try {
                    change.wait(deadline.remainingMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new NotSentException("interrupted");
                }
            }
            return current;
        }
    }

    /** Keeps a session, for as long as the client is open. */
    private void mind() {
        while (!closed) {
            Session session = current();
            if (session == null || session.ended()) {
                Greeting.first(servers, owner, SEARCH).ifPresent(this::adopt);
            } else if (session.silence() > PATIENCE.toNanos()) {
                doubt(session);
            } else {
                if (session.idle() > RENEWAL.toNanos()) {
                    renew(session);
                }
                awaitChange(session);
            }
        }
    }

    private Session current() {
        synchronized (change) {
            return current;
        }
    }

    private void awaitChange(Session session) {
        synchronized (change) {
            if (session.ended() || closed) {
                return;
            }
            try {
                change.wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void renew(Session session) {
        try {
            session.call(compound -> compound, Deadline.in(RENEWAL));
        } catch (IOException e) {
            // Seen by the silence, or by the end of the connection.
        }
    }

    /** Leaves a silent server when another one answers, but not one that is only slow. */
    private void doubt(Session session) {
        Greeting.first(servers, owner, PATIENCE).ifPresent(greeting -> {
            boolean another = greeting.id().clientId() != session.clientId();
            if (another || session.ended() || session.silence() > LAST_PATIENCE.toNanos()) {
                session.abandon();
                adopt(greeting);
            } else {
                greeting.connection().close();
            }
        });
    }

    private void adopt(Greeting greeting) {
        try {
            boolean sameRun = clientId == greeting.id().clientId();
            sequence = sameRun ? sequence + 1 : greeting.id().sequence();
            clientId = greeting.id().clientId();
            Session session = Session.create(greeting, sequence, Deadline.in(AGREEMENT));
            Session before = current();
            if (reclaimed != clientId || before != null && before.forgotten()) {
                reclaim(session);
                reclaimed = clientId;
            }
            synchronized (change) {
                current = session;
                change.notifyAll();
            }
            session.end().thenRun(this::tellAll);
        } catch (IOException e) {
            greeting.connection().close();
            if (e instanceof NfsException) {
                // Whatever the server thinks of this client id: begin anew.
                clientId = 0;
                Background.pause(RETRY_MILLIS);
            }
        }
    }

    private void tellAll() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    /** What was open is reclaimed while that is allowed, else opened again: then others may have changed it meanwhile. */
    private void reclaim(Session session) throws IOException {
        Set<NfsFile> missed = ConcurrentHashMap.newKeySet();
        for (NfsFile file : files) {
            try {
                file.reopened(byHandle(session, Compound.Claim.PREVIOUS, file, Deadline.in(AGREEMENT)));
            } catch (NfsException e) {
                missed.add(file);
            }
        }
        reclaimComplete(session);
        for (NfsFile file : missed) {
            reopen(session, file);
        }
    }

    private static void reclaimComplete(Session session) throws IOException {
        try {
            session.call(Compound::reclaimComplete, Deadline.in(AGREEMENT)).done(Operation.RECLAIM_COMPLETE);
        } catch (NfsException e) {
            if (!e.alreadyComplete()) {
                throw e;
            }
        }
    }

    private void reopen(Session session, NfsFile file) throws IOException {
        while (true) {
            try {
                file.reopened(byHandle(session, Compound.Claim.HANDLE, file, Deadline.in(AGREEMENT)));
                return;
            } catch (NfsException e) {
                if (e.stale()) {
                    file.reopened(byName(session, Compound.Claim.NAME, file.name(), Deadline.in(AGREEMENT)));
                    return;
                } else if (!e.passes() || closed) {
                    throw e;
                }
                Background.pause(RETRY_MILLIS);
            }
        }
    }

    private NfsFile.Open byHandle(Session session, Compound.Claim claim, NfsFile file, Deadline deadline)
            throws IOException {
        byte[] handle = file.open().handle();
        StateId state = session.call(
                        compound -> compound.putFh(handle).open(session.clientId(), owner.name(), claim, ""), deadline)
                .done(Operation.PUTFH)
                .open();
        return new NfsFile.Open(handle, state);
    }

    private NfsFile.Open byName(Session session, Compound.Claim claim, String name, Deadline deadline)
            throws IOException {
        Reply reply = session.call(
                compound -> compound.putRootFh()
                        .open(session.clientId(), owner.name(), claim, name)
                        .getFh(),
                deadline);
        StateId state = reply.done(Operation.PUTROOTFH).open();
        return new NfsFile.Open(reply.getFh(), state);
    }

    /** Closes its files, so that no server waits for this client in grace. */
    @Override
    public void close() {
        for (NfsFile file : files) {
            try {
                close(file, GOODBYE);
            } catch (IOException e) {
                // The server forgets it when the lease has run out.
            }
        }
        closed = true;
        Session session = current();
        if (session != null) {
            session.destroy();
        }
        tellAll();
    }
}
