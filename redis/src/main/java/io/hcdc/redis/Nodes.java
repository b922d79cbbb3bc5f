package io.hcdc.redis;

import io.hcdc.api.Access;
import java.util.Optional;
import java.util.stream.Stream;

/** The running nodes: opens connections to them. */
record Nodes(Layout layout, Access access) {

    /** Connects and logs in, within the given time altogether. */
    Link open(RedisNode node, int millis) {
        String secret = layout.isSentinel(node) ? Layout.SENTINEL_PASSWORD : Layout.PASSWORD;
        return Link.open(access.reach(node.name(), node.published()), access.secret(secret), millis);
    }

    /** The data node of that name; empty for a name the sentinels may know but the stack does not. */
    Optional<RedisNode> dataNode(String name) {
        return layout.dataNodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst();
    }

    Stream<RedisNode> all() {
        return Stream.concat(layout.dataNodes().stream(), layout.sentinels().stream());
    }
}
