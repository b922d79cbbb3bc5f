package io.hcdc.redis;

import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Readable;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The sorted set that a drill writes to, so that the newest number is found at its end; read back from every data node
 * itself.
 */
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
        return new String[] {"ZADD", key, Integer.toString(number), Integer.toString(number)};
    }

    /** The command that asks for the newest number. */
    String[] question() {
        return new String[] {"ZREVRANGE", key, "0", "0"};
    }

    /** @param reply to the {@link #question}; -1 when there is no number yet */
    static int newest(Object reply) {
        List<?> last = Replies.list(reply);
        return last.isEmpty() ? Readable.Shown.NONE : Integer.parseInt(Replies.text(last.get(0)));
    }

    @Override
    public Map<String, Held> read() {
        Map<String, Held> read = new LinkedHashMap<>();
        Ask.each(nodes, nodes.layout().dataNodes(), this::readFrom)
                .answers()
                .forEach((node, numbers) -> numbers.ifPresent(found -> read.put(node, Held.once(found))));
        return read;
    }

    private BitSet readFrom(Link node) {
        BitSet numbers = new BitSet();
        for (Object member : Replies.list(node.ask("ZRANGE", key, "0", "-1"))) {
            numbers.set(Integer.parseInt(Replies.text(member)));
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
