package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hcdc.e2e.harness.NfsExport;
import io.hcdc.e2e.harness.PostgresCluster;
import io.hcdc.e2e.harness.RedisWriter;
import io.hcdc.e2e.harness.Resp;
import io.hcdc.e2e.harness.TestStack;
import io.hcdc.e2e.harness.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A drill's books, kept a second time: what its history says was acknowledged, and what every data node really holds, read
 * by a client of the tests' own.
 *
 * @param acknowledged the numbers of the writes whose acknowledgement was recorded
 * @param held node → the numbers it holds
 */
record Ledger(Set<Integer> acknowledged, Map<String, Set<Integer>> held) {
    /** Of a file, in bytes. */
    private static final int LINE = 16;

    /** @param drill the report of a drill of one round that kept its writes in Redis */
    static Ledger of(JsonNode drill, TestStack stack) {
        return new Ledger(
                acknowledged(drill), held("hcdc:drill:" + drill.path("id").asText() + "-1", stack));
    }

    /** @param drill the report of a drill of one round that kept its writes in PostgreSQL */
    static Ledger of(JsonNode drill, PostgresCluster cluster) {
        String table = "hcdc_drill_" + drill.path("id").asText() + "-1";
        return new Ledger(acknowledged(drill), cluster.numbers(table.replace('-', '_')));
    }

    /**
     * A line that is cut or not in its place is not there.
     *
     * @param drill the report of a drill of one round that kept its writes in a file that all nodes share
     * @param leader who serves it
     */
    static Ledger of(JsonNode drill, NfsExport export, String leader) {
        String file = export.read("hcdc-drill-" + drill.path("id").asText() + "-1");
        Set<Integer> numbers = new TreeSet<>();
        for (int at = 0; at + LINE <= file.length(); at += LINE) {
            int number = at / LINE;
            if (file.startsWith(String.format("%015d\n", number), at)) {
                numbers.add(number);
            }
        }
        return new Ledger(acknowledged(drill), Map.of(leader, numbers));
    }

    /** Of an application of the tests' own. */
    static Ledger of(Writer writer, PostgresCluster cluster) {
        return new Ledger(writer.acknowledged(), cluster.numbers(writer.table()));
    }

    /** Of an application of the tests' own. */
    static Ledger of(RedisWriter writer, TestStack stack) {
        return new Ledger(writer.acknowledged(), held(writer.key(), stack));
    }

    /** What was acknowledged and is not on a node. */
    Set<Integer> missingOn(String node) {
        Set<Integer> missing = new TreeSet<>(acknowledged);
        missing.removeAll(held.get(node));
        return missing;
    }

    /** Every node holds all that was acknowledged. */
    void requireAllOnEveryNode() {
        assertThat(held).hasSizeGreaterThan(1);
        requireAll();
    }

    /** Whoever was read holds all that was acknowledged. */
    void requireAll() {
        assertThat(acknowledged.size())
                .as("acknowledged: a second of steady writes at least")
                .isGreaterThan(200);
        assertThat(held).isNotEmpty();
        held.keySet()
                .forEach(node -> assertThat(missingOn(node))
                        .as("acknowledged, but not on " + node)
                        .isEmpty());
    }

    private static Set<Integer> acknowledged(JsonNode drill) {
        Path history = Path.of(drill.path("folder").asText(), "round-1.jsonl");
        Set<Integer> numbers = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        try {
            for (String line : Files.readAllLines(history)) {
                JsonNode entry = json.readTree(line);
                if (entry.path("type").asText().equals("write")
                        && entry.path("outcome").asText().equals("OK")) {
                    numbers.add(entry.path("number").asInt());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    private static Map<String, Set<Integer>> held(String key, TestStack stack) {
        Map<String, Set<Integer>> held = new TreeMap<>();
        for (String node : List.of("rds1", "rds2", "rds3")) {
            Set<Integer> numbers = new TreeSet<>();
            try (Resp redis = stack.redis(node)) {
                redis.list("ZRANGE", key, "0", "-1").forEach(number -> numbers.add(Integer.parseInt(number)));
            }
            held.put(node, numbers);
        }
        return held;
    }
}
