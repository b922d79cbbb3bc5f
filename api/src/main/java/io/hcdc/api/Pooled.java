package io.hcdc.api;

import java.util.List;

/** The optional capability of a {@link Driver} whose servers stand in front of an application's nodes, see {@link Balancing}. */
public interface Pooled {

    /** What every balancer says of every node it knows; nothing of a balancer that does not answer. */
    List<Member> members();

    /**
     * An application's node as one balancer sees it.
     *
     * @param name the application's node
     * @param balancer the balancer's node
     * @param state the balancer's word, e.g. {@code up}, {@code down}, {@code drain}
     * @param check how the newest check of it ended; empty before the first one
     * @param sessions how many requests or connections it has now
     */
    record Member(String name, String balancer, String state, String check, int sessions) {}
}
