package io.hcdc.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps balancers from doing their work. */
final class Trouble {
    private Trouble() {}

    /** The first balancer's that has any. */
    static Optional<String> of(List<BalancerView> views) {
        return views.stream()
                .flatMap(view ->
                        view
                                .trouble()
                                .map(trouble -> views.size() > 1 ? view.node() + ": " + trouble : trouble)
                                .stream())
                .findFirst();
    }

    /** The same of balancers that share an address: it must have one owner, and somebody to take over. */
    static Optional<String> ofPair(List<BalancerView> views) {
        return of(views).or(() -> ownership(views));
    }

    private static Optional<String> ownership(List<BalancerView> views) {
        List<String> owners = views.stream()
                .filter(BalancerView::owns)
                .map(BalancerView::node)
                .toList();
        if (owners.isEmpty()) {
            return Optional.of("nobody owns the shared address");
        } else if (owners.size() > 1) {
            return Optional.of(String.join(" and ", owners) + " both own the shared address");
        }
        return views.stream()
                .filter(view -> !view.owns() && !view.state().equals(Servers.Owner.BACKUP))
                .map(view -> view.node() + " could not take the address over: its keepalived is " + view.state())
                .findFirst();
    }

    /** What was found to work where there is no trouble. */
    static String none(Layout layout) {
        List<String> working = new ArrayList<>(List.of("HTTPS answers"));
        working.addAll(layout.fronts().values());
        return working.size() == 1
                ? working.get(0)
                : working.get(0) + ", so does " + String.join(", ", working.subList(1, working.size()));
    }
}
