package io.hcdc.redis;

import io.hcdc.api.drill.Ledger;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/** The hash that a drill writes to: one field for each number, read back from every data node itself. */
final class Books implements Ledger {
    private static final int ERASE_MILLIS = (int) TimeUnit.SECONDS.toMillis(1);

    private final Nodes nodes;
    private final String key;

    /** @param drill what tells its writes from all others */
    Books(Nodes nodes, String drill) {
        this.nodes = nodes;
        this.key = "hcdc:drill:" + drill;
    }

    /** The command that enters a number. */
    String[] entry(int number) {
        return new String[] {"HSET", key, Integer.toString(number), Integer.toString(number)};
    }

    @Override
    public Map<String, BitSet> read() {
        Map<String, BitSet> read = new LinkedHashMap<>();
        Ask.each(nodes, nodes.layout().dataNodes(), this::readFrom)
                .answers()
                .forEach((node, numbers) -> numbers.ifPresent(found -> read.put(node, found)));
        return read;
    }

    private BitSet readFrom(Link node) {
        BitSet numbers = new BitSet();
        for (Object field : Replies.list(node.ask("HKEYS", key))) {
            numbers.set(Integer.parseInt(Replies.text(field)));
        }
        return numbers;
    }

    @Override
    public void erase() {
        MasterAddress.ofMajority(nodes).flatMap(nodes::dataNode).ifPresent(master -> {
            try (Link link = nodes.open(master, ERASE_MILLIS)) {
                link.ask("UNLINK", key);
            } catch (JedisException e) {
                // Left behind: a key that nothing else uses.
            }
        });
    }
}
