package io.hcdc.postgres;

import io.hcdc.api.Background;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An application's pool of sessions. What is dropped is replaced in the background, so that nobody waits for a login. */
final class SessionPool implements AutoCloseable {
    /** Each refused login costs Pgpool a process. */
    private static final int RETRY_MILLIS = 25;

    /** Logins at once. One alone could hang for a second at a Pgpool that is frozen. */
    private static final int OPENERS = 2;

    private static final String ALL_TAKEN = "no session is free";

    private final Servers servers;
    private final Front front;
    private final Semaphore vacancies;
    private final BlockingQueue<Session> idle = new LinkedBlockingQueue<>();
    private final Set<Session> all = ConcurrentHashMap.newKeySet();
    private volatile String trouble = ALL_TAKEN;
    private volatile boolean closed;

    SessionPool(Servers servers, Front front, int size) {
        this.servers = servers;
        this.front = front;
        this.vacancies = new Semaphore(size);
        for (int i = 1; i <= OPENERS; i++) {
            Background.start("postgres-connect-" + i, this::fill);
        }
    }

    private void fill() {
        while (!closed) {
            vacancies.acquireUninterruptibly();
            Session session = open();
            if (session != null) {
                all.add(session);
                giveBack(session);
            }
        }
    }

    /** Tries until it succeeds; null when the pool has been closed. */
    private Session open() {
        while (!closed) {
            try {
                Session session = servers.application(front.address());
                trouble = ALL_TAKEN;
                return session;
            } catch (SQLException e) {
                trouble = Failure.reason(e);
                Background.pause(RETRY_MILLIS);
            }
        }
        return null;
    }

    /** A session of the caller's own, until it gives it back or drops it; null when none became free in time. */
    Session take(long nanos) {
        try {
            return idle.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Why there is no session. */
    String trouble() {
        return trouble;
    }

    void giveBack(Session session) {
        if (closed) {
            session.close();
        } else {
            idle.add(session);
        }
    }

    /** Cuts a session. */
    void drop(Session session) {
        all.remove(session);
        session.close();
        vacancies.release();
    }

    @Override
    public void close() {
        closed = true;
        // Wakes whoever waits for a vacancy, to see that it is over.
        vacancies.release(Short.MAX_VALUE);
        all.forEach(Session::close);
    }
}
