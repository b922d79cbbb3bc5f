package io.hcdc.e2e.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The PostgreSQL of a stack, by the tests' own client: every node is asked directly, whatever Pgpool believes. */
public record PostgresCluster(TestStack stack) {
    public static final List<String> NODES = List.of("pg1", "pg2", "pg3");
    public static final List<String> PGPOOLS = List.of("pgpool1", "pgpool2");

    /** Shared by the tests that need nothing else. */
    public static final PostgresCluster ALONE = new PostgresCluster(new TestStack(
            "e2e-pg",
            Path.of("src/test/resources/postgres.yaml").toAbsolutePath().toString(),
            19_000));

    private static final Map<String, Integer> PORTS = Map.of("pg1", 5432, "pg2", 5441, "pg3", 5442);
    private static final int FRONT_PORT = 5433;

    /** As an application that knows one address. */
    public Sql front() throws SQLException {
        return new Sql(FRONT_PORT + stack.offset(), "app", stack.secret("postgres-password"));
    }

    /** A node itself, as the superuser. */
    public Sql node(String node) throws SQLException {
        return new Sql(PORTS.get(node) + stack.offset(), "postgres", stack.secret("postgres-superuser-password"));
    }

    /** Who takes writes by its own word, of those that answer. */
    public List<String> primaries() {
        return NODES.stream()
                .filter(node -> "f".equals(answer(node, "SELECT pg_is_in_recovery()")))
                .toList();
    }

    public String primary() {
        List<String> primaries = primaries();
        assertThat(primaries).as("who takes writes").hasSize(1);
        return primaries.get(0);
    }

    /** All but the primary. */
    public List<String> standbys() {
        String primary = primary();
        return NODES.stream().filter(node -> !node.equals(primary)).toList();
    }

    /** One primary, all others stream from it, and the program finds nothing wrong either. */
    public void awaitWhole() {
        await("all of " + stack.name() + " is back")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(streaming(primary())).isEqualTo(standbys()));
        stack.awaitReady();
    }

    private List<String> streaming(String primary) throws SQLException {
        try (Sql sql = node(primary)) {
            return sql.ask("SELECT application_name FROM pg_stat_replication WHERE state = 'streaming' ORDER BY 1");
        }
    }

    /** Node → the numbers in its table. */
    public Map<String, Set<Integer>> numbers(String table) {
        Map<String, Set<Integer>> held = new TreeMap<>();
        for (String node : NODES) {
            try (Sql sql = node(node)) {
                held.put(
                        node,
                        sql.ask("SELECT n FROM " + table).stream()
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)));
            } catch (SQLException e) {
                throw new AssertionError("reading " + table + " from " + node, e);
            }
        }
        return held;
    }

    private String answer(String node, String question) {
        try (Sql sql = node(node)) {
            return sql.text(question);
        } catch (SQLException e) {
            return "";
        }
    }

    /** On the stack's network. */
    public String address(String node) {
        return Docker.here()
                .inspect(container(node))
                .path("NetworkSettings")
                .path("Networks")
                .path(stack.name())
                .path("IPAddress")
                .asText();
    }

    public String container(String node) {
        return stack.container(node);
    }
}
