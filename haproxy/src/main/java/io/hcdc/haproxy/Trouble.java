package io.hcdc.haproxy;

import java.util.List;
import java.util.Optional;

/** What keeps balancers from doing their work, and what works where nothing does. */
record Trouble(Layout layout, List<BalancerView> views) {

    /** A balancer's own, else that of sharing an address: it must have one owner, and somebody to take over. */
    Optional<String> first() {
        return views.stream()
                .flatMap(view -> view.trouble().map(trouble -> of(view, trouble)).stream())
                .findFirst()
                .or(() -> layout.isPair() ? ownership() : Optional.empty());
    }

    private String of(BalancerView view, String trouble) {
        return layout.isPair() ? view.node() + ": " + trouble : trouble;
    }

    private Optional<String> ownership() {
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
                .map(view -> view.node() + " could not take the address over: its keepalived says " + view.state())
                .findFirst();
    }

    /** What was found to work. */
    String none() {
        StringBuilder working = new StringBuilder();
        views.stream()
                .filter(BalancerView::owns)
                .findFirst()
                .ifPresent(owner -> working.append(owner.node()).append(" owns the address, the other stands by; "));
        working.append("HTTPS answers");
        if (!layout.fronts().isEmpty()) {
            working.append(", so does ")
                    .append(String.join(", ", layout.fronts().values()));
        }
        return working.toString();
    }
}
