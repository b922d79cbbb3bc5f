package io.hcdc.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Pgpool does, seen through itself, and what it believes.
 *
 * @param servedBy the node that answered the application's question
 * @param primary the node it holds to be the primary; empty for none
 * @param statuses by node: {@code up}, {@code waiting} (up, not yet connected to), {@code down}, {@code quarantine}
 */
record PgpoolView(String servedBy, String primary, Map<String, String> statuses) {
    static final String WHO_SERVES = "SELECT current_setting('cluster_name'), pg_is_in_recovery()";

    /**
     * The same opinion as that of {@code SHOW POOL_NODES}, which would in addition try every server, and take two seconds
     * where one is frozen.
     */
    private static final String OPINION = "SHOW POOL_BACKEND_STATS";

    static PgpoolView ask(Session application, Layout layout) throws SQLException {
        String servedBy = application.ask(WHO_SERVES).row().get(0);
        return read(servedBy, application.ask(OPINION).rows(), layout);
    }

    /** Each row: number, host, port, status, role, and figures. */
    static PgpoolView read(String servedBy, List<List<String>> rows, Layout layout) {
        String primary = "";
        Map<String, String> statuses = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String node = layout.nodes().get(Integer.parseInt(row.get(0))).name();
            statuses.put(node, row.get(3));
            if (row.get(4).equals("primary")) {
                primary = node;
            }
        }
        return new PgpoolView(servedBy, primary, statuses);
    }

    boolean holdsUp(String node) {
        String status = statuses.getOrDefault(node, "unused");
        return status.equals("up") || status.equals("waiting");
    }

    /** Its opinion where it is not what the servers say of themselves. */
    List<String> disagreements(Survey survey) {
        List<String> found = new ArrayList<>();
        survey.primary()
                .filter(leader -> !leader.equals(primary))
                .ifPresent(leader -> found.add("holds " + (primary.isEmpty() ? "nobody" : primary)
                        + " to be the primary, but " + leader + " is"));
        survey.views().forEach((node, view) -> {
            String status = statuses.getOrDefault(node, "unused");
            if (!holdsUp(node)) {
                found.add("holds " + node + " " + status + ", but it answers as " + view.role());
            }
        });
        survey.silent().stream()
                .filter(this::holdsUp)
                .forEach(node -> found.add("holds " + node + " up, but it does not answer"));
        return found;
    }

    /** One line on what it believes. */
    String describe() {
        StringBuilder text = new StringBuilder("primary ").append(primary.isEmpty() ? "none" : primary);
        statuses.forEach(
                (node, status) -> text.append(", ").append(node).append(' ').append(status));
        return text.toString();
    }
}
