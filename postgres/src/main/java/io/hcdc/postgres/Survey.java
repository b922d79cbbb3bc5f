package io.hcdc.postgres;

import io.hcdc.postgres.Ask.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every server said, asked at the same moment.
 *
 * @param nodes by node name, in the layout's order
 * @param pgpools likewise; what was learned through each
 * @param watchdogs likewise; what each knows of the watchdog
 */
record Survey(
        Map<String, Said<NodeView>> nodes,
        Map<String, Said<PgpoolView>> pgpools,
        Map<String, Said<Watchdog>> watchdogs) {

    /** The nodes that answered. */
    Map<String, NodeView> views() {
        return answered(nodes);
    }

    List<String> silent() {
        return nodes.keySet().stream()
                .filter(node -> nodes.get(node).answer().isEmpty())
                .toList();
    }

    /** Those who claim to lead. */
    List<String> primaries() {
        return primaries(views());
    }

    static List<String> primaries(Map<String, NodeView> views) {
        return views.keySet().stream().filter(node -> views.get(node).primary()).toList();
    }

    /** The one who leads: of two, the one on the higher timeline, which the other does not know of yet. */
    Optional<String> primary() {
        return primary(views());
    }

    static Optional<String> primary(Map<String, NodeView> views) {
        List<String> claims = primaries(views);
        int newest = claims.stream()
                .mapToInt(node -> views.get(node).timeline())
                .max()
                .orElse(0);
        List<String> leading = claims.stream()
                .filter(node -> views.get(node).timeline() == newest)
                .toList();
        return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
    }

    /** Those who claim to lead the watchdog. */
    List<String> watchdogLeaders() {
        return leaders(answered(watchdogs));
    }

    static List<String> leaders(Map<String, Watchdog> watchdogs) {
        return watchdogs.keySet().stream()
                .filter(pgpool -> watchdogs.get(pgpool).leads())
                .toList();
    }

    /** The name of the node with that address; the address itself where nobody says it is his. */
    String named(String address) {
        return views().entrySet().stream()
                .filter(entry -> entry.getValue().address().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(address);
    }

    static <T> Map<String, T> answered(Map<String, Said<T>> said) {
        Map<String, T> answered = new LinkedHashMap<>();
        said.forEach((node, what) -> what.answer().ifPresent(answer -> answered.put(node, answer)));
        return answered;
    }
}
