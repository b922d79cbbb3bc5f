package io.hcdc.redis;

import java.util.List;
import java.util.Optional;

/** The question a Sentinel client asks. */
final class MasterAddress {

    private MasterAddress() {}

    /** The name of the node which that sentinel holds to be the master; empty when it does not know the set. */
    static String ask(Link sentinel) {
        List<?> address = Replies.list(sentinel.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", Layout.SET));
        return address.isEmpty() ? "" : Replies.text(address.get(0));
    }

    /** The node that more than half of the sentinels that answer hold to be the master. */
    static Optional<String> ofMajority(Nodes nodes) {
        return Survey.mostNamed(
                Ask.each(nodes, nodes.layout().sentinels(), MasterAddress::ask).answers().values().stream()
                        .flatMap(Optional::stream)
                        .toList());
    }
}
