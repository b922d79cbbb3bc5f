package io.hcdc.core.report.page;

import io.hcdc.core.drill.history.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * For how long which node claimed the role.
 *
 * @param nodes in the order of their names
 */
public record Claims(List<String> nodes, List<Span> spans) {

    /** @param node its place among the nodes; from and to are milliseconds since the fault was requested */
    public record Span(int node, double from, double to) {}

    static Claims of(List<Entry> entries, long origin) {
        List<Entry.Claim> claims = entries.stream()
                .filter(Entry.Claim.class::isInstance)
                .map(Entry.Claim.class::cast)
                .toList();
        TreeSet<String> names = new TreeSet<>();
        claims.forEach(claim -> names.addAll(claim.nodes()));
        List<String> nodes = List.copyOf(names);
        Map<String, Double> since = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        for (Entry.Claim claim : claims) {
            double now = Mark.millis(claim, origin);
            claim.nodes().forEach(node -> since.putIfAbsent(node, now));
            for (String node : nodes) {
                if (!claim.nodes().contains(node) && since.containsKey(node)) {
                    spans.add(new Span(nodes.indexOf(node), since.remove(node), now));
                }
            }
        }
        double end = entries.stream()
                .mapToDouble(entry -> Mark.millis(entry, origin))
                .max()
                .orElse(0);
        since.forEach((node, from) -> spans.add(new Span(nodes.indexOf(node), from, end)));
        return new Claims(nodes, spans);
    }
}
