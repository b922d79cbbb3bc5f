package io.hcdc.postgres;

import io.hcdc.api.NodeState;
import io.hcdc.postgres.Ask.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts into words what the servers said. */
final class States {
    private final Survey survey;

    private States(Survey survey) {
        this.survey = survey;
    }

    /** In the layout's order. */
    static List<NodeState> of(Survey survey) {
        States states = new States(survey);
        List<NodeState> all = new ArrayList<>();
        survey.nodes().forEach((node, said) -> all.add(states.node(node, said)));
        survey.pgpools().keySet().forEach(pgpool -> all.add(states.pgpool(pgpool)));
        return all;
    }

    private NodeState node(String node, Said<NodeView> said) {
        if (said.answer().isEmpty()) {
            return NodeState.unreachable(node, said.why());
        }
        NodeView view = said.answer().get();
        String what = view.primary() ? followers(view) : upstream(node, view);
        String where = "timeline " + view.timeline() + ", WAL " + view.positionText() + ", " + what;
        return new NodeState(node, view.role(), where + trouble(node, view));
    }

    private static String followers(NodeView primary) {
        return primary.followers().isEmpty()
                ? "no standby streams"
                : primary.followers().values().stream()
                        .map(follower -> follower.name() + " " + follower.state())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private String upstream(String node, NodeView standby) {
        if (standby.upstream().isEmpty()) {
            return "streams from nobody";
        }
        Optional<NodeView.Follower> seen = survey.views().values().stream()
                .flatMap(view -> Optional.ofNullable(view.followers().get(node)).stream())
                .findFirst();
        return "streams from " + survey.named(standby.upstream())
                + seen.map(follower -> " (" + follower.sync() + "), " + follower.bytes() + " bytes and "
                                + follower.millis() + " ms behind")
                        .orElse("");
    }

    /** A standby that does not stream although there is a primary is in trouble, also while nobody knows why. */
    private String trouble(String node, NodeView view) {
        if (!view.trouble().isEmpty()) {
            return "; " + view.trouble() + ": 'hcdc repair " + node + "' seeds it anew";
        }
        return "";
    }

    private NodeState pgpool(String pgpool) {
        Said<Watchdog> watchdog = survey.watchdogs().get(pgpool);
        Said<PgpoolView> view = survey.pgpools().get(pgpool);
        if (watchdog.answer().isEmpty() && view.answer().isEmpty()) {
            return NodeState.unreachable(pgpool, view.why());
        }
        String role = watchdog.answer()
                .map(known -> known.self().toLowerCase(Locale.ROOT))
                .orElse("pgpool");
        return new NodeState(
                pgpool, role, view.answer().map(this::opinion).orElseGet(() -> "does not serve: " + view.why()));
    }

    private String opinion(PgpoolView view) {
        List<String> disagreements = view.disagreements(survey);
        return view.describe() + (disagreements.isEmpty() ? "" : "; WRONG: " + String.join("; ", disagreements));
    }
}
