package io.hcdc.redis;

import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one master, used again and again until another node leads; then all are cut, also those in use. */
final class LinkPool implements AutoCloseable {
    private final Nodes nodes;
    private final RedisNode master;
    private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
    private final Set<Link> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LinkPool(Nodes nodes, RedisNode master) {
        this.nodes = nodes;
        this.master = master;
    }

    RedisNode master() {
        return master;
    }

    /** A connection of the caller's own, until it gives it back or drops it. */
    Link take(int millis) {
        Link link = idle.pollFirst();
        if (link == null) {
            link = nodes.open(master, millis);
            all.add(link);
            if (closed) {
                drop(link);
            }
        }
        return link;
    }

    void giveBack(Link link) {
        if (closed) {
            drop(link);
        } else {
            idle.addFirst(link);
        }
    }

    /** Cuts a connection; null is none. */
    void drop(Link link) {
        if (link != null) {
            all.remove(link);
            link.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(Link::close);
    }
}
