package io.hcdc.haproxy;

import java.util.Optional;

/**
 * What a look at one balancer showed.
 *
 * @param state keepalived's word on it in lower case, e.g. {@code master}; empty where there is no keepalived
 * @param stats its stats page; empty when it does not answer
 * @param trouble what keeps it from doing its work; empty when nothing does
 */
record BalancerView(String node, String state, Optional<StatsCsv> stats, Optional<String> trouble) {

    static BalancerView silent(String node, String why) {
        return new BalancerView(node, "", Optional.empty(), Optional.of(why));
    }

    boolean owns() {
        return state.equals(Servers.Owner.MASTER);
    }
}
