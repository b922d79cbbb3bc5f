package io.hcdc.postgres;

import java.sql.SQLException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Sessions kept between questions. A drill asks many times a second, and each login would cost the server a process and
 * both sides thousands of hashes.
 */
final class KeptSessions implements AutoCloseable {
    private final Map<String, Deque<Session>> idle = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Asks on a session of that server's, opened where none is at hand. What fails is cut. */
    <T> T use(String server, Opening opening, Conversation<T> conversation) throws SQLException {
        Deque<Session> kept = idle.computeIfAbsent(server, name -> new ConcurrentLinkedDeque<>());
        Session session = kept.pollFirst();
        if (session != null) {
            try {
                return hold(kept, session, conversation);
            } catch (SQLException e) {
                if (Failure.timedOut(e)) {
                    throw e;
                }
                // The server may have ended it long ago: that says nothing about now.
            }
        }
        return hold(kept, opening.open(), conversation);
    }

    private <T> T hold(Deque<Session> kept, Session session, Conversation<T> conversation) throws SQLException {
        boolean sound = false;
        try {
            session.limit(Ask.LIMIT_MILLIS);
            T answer = conversation.with(session);
            sound = true;
            return answer;
        } finally {
            if (sound && !closed) {
                kept.addFirst(session);
            } else {
                session.close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        idle.values().forEach(sessions -> sessions.forEach(Session::close));
    }

    @FunctionalInterface
    interface Opening {
        Session open() throws SQLException;
    }

    @FunctionalInterface
    interface Conversation<T> {
        T with(Session session) throws SQLException;
    }
}
