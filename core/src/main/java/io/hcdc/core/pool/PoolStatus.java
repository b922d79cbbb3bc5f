package io.hcdc.core.pool;

import java.util.List;

/**
 * The application's nodes behind a stack's balancers.
 *
 * @param withoutNodes what a client gets while there is none
 */
public record PoolStatus(String stack, List<PoolNode> nodes, String withoutNodes) {

    /**
     * One node.
     *
     * @param drained whether it is set to take no new clients
     * @param balancers what each balancer says of it; empty when none answers
     */
    public record PoolNode(String name, String address, boolean drained, List<Seen> balancers) {}

    /**
     * A node as one balancer sees it.
     *
     * @param state the balancer's word
     * @param check how its newest check ended; empty before the first one
     * @param sessions requests or connections it has now
     */
    public record Seen(String balancer, String state, String check, int sessions) {}
}
