package io.hcdc.redis;

import io.hcdc.api.Ports;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which nodes there are.
 *
 * @param dataNodes the first is the initial master
 * @param sentinels empty when standalone
 */
record Layout(List<RedisNode> dataNodes, List<RedisNode> sentinels) {
    /** The name under which the sentinels know the data nodes, whoever of them leads. */
    static final String SET = "rdsmaster";

    /** What the data nodes serve, as it is named to applications. */
    static final String DATA_ENDPOINT = "redis";

    static final String PASSWORD = "redis-password";
    static final String SENTINEL_PASSWORD = "sentinel-password";

    static Layout of(RedisConfig config, Ports ports) {
        boolean many = config.underSentinel();
        return new Layout(
                row("rds", many ? 1 + config.replicas() : 1, config.port(), ports),
                row("sntl", many ? config.sentinels() : 0, config.sentinelPort(), ports));
    }

    private static List<RedisNode> row(String prefix, int count, int firstPort, Ports ports) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RedisNode(prefix + (i + 1), ports.shifted(firstPort + i)))
                .toList();
    }

    RedisNode initialMaster() {
        return dataNodes.get(0);
    }

    /** All but the initial master. */
    List<RedisNode> initialReplicas() {
        return dataNodes.subList(1, dataNodes.size());
    }

    /** By name: comparing records as such makes the JVM generate code, which takes longer than asking a server. */
    boolean isSentinel(RedisNode node) {
        return sentinels.stream().anyMatch(sentinel -> sentinel.name().equals(node.name()));
    }

    /** More than half of the sentinels. */
    int majority() {
        return sentinels.size() / 2 + 1;
    }
}
