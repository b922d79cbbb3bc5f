package io.hcdc.core.drill.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.hcdc.api.Problem;
import io.hcdc.api.VirtualAddress;
import io.hcdc.core.engine.NetworkPlace;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.image.Digest;
import io.hcdc.core.spec.Nearest;
import io.hcdc.core.stack.Node;
import io.hcdc.core.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A fault on one container, with all that is needed to take it back without asking anybody: it is written down before
 * anything is broken.
 *
 * @param node the container's node
 * @param cutFrom the addresses from which the node is cut, where the kind cuts from somebody
 * @param kept the addresses that stay in reach where clients are cut
 */
public record Injection(FaultSpec what, String node, NetworkPlace place, List<String> cutFrom, List<String> kept) {
    private static final int DIGITS = 8;

    @JsonCreator
    public Injection {
        cutFrom = cutFrom == null ? List.of() : List.copyOf(cutFrom);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    /** One that cuts from nobody. */
    public static Injection of(FaultSpec what, String node, NetworkPlace place) {
        return new Injection(what, node, place, List.of(), List.of());
    }

    /**
     * A fault on a node of a stack, as things are now: names in {@link FaultSpec.Cut#from} become addresses. Who holds a
     * role that comes with a virtual address is cut at that address, too.
     *
     * @param holders role → the node that holds it now
     * @throws InvalidInputException when the cut names nobody, or somebody who is not there
     */
    public static Injection of(FaultSpec what, String node, Stack stack, Map<String, String> holders) {
        NetworkPlace place = stack.place(stack.node(node).orElseThrow());
        if (!what.cuts()) {
            return of(what, node, place);
        }
        List<String> peers = peers(what.cut(), node, stack, holders);
        List<String> cutFrom = new ArrayList<>();
        for (String peer : peers) {
            cutFrom.add(stack.node(peer).map(Node::address).orElseThrow());
            moving(peer, stack, holders).ifPresent(cutFrom::add);
        }
        List<String> kept = new ArrayList<>(stack.addresses().values());
        kept.removeAll(cutFrom);
        return new Injection(what, node, place, cutFrom, kept);
    }

    /** The node itself may be among the names: which of them it is depends on who holds a role. */
    private static List<String> peers(FaultSpec.Cut cut, String node, Stack stack, Map<String, String> holders) {
        List<String> others =
                stack.nodeNames().stream().filter(other -> !other.equals(node)).toList();
        Set<String> peers = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : cut.from()) {
            String peer = holders.getOrDefault(name, name);
            if (others.contains(peer)) {
                peers.add(peer);
            } else if (!peer.equals(node)) {
                List<String> known = new ArrayList<>(others);
                known.addAll(holders.keySet());
                problems.add(Problem.at("from", "unknown node or role '" + name + "'")
                        .hint(Nearest.hint(name, known)));
            }
        }
        if (peers.isEmpty() && !cut.from().isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at("from", node + " cannot be cut from itself").hint("name others as well"));
        }
        if (others.isEmpty() && cut.clients() == FaultSpec.Clients.KEEP) {
            problems.add(Problem.at("from", "there is no other node from which " + node + " could be cut"));
        }
        InvalidInputException.throwIfAny(problems);
        return cut.from().isEmpty() ? others : List.copyOf(peers);
    }

    /** The virtual address a peer has now. */
    private static Optional<String> moving(String peer, Stack stack, Map<String, String> holders) {
        return stack.virtualAddressOf(peer)
                .filter(address -> holders.containsValue(peer))
                .map(VirtualAddress::name)
                .map(stack.virtual()::get);
    }

    /** Tells it from every other one: equal in each run of the program, as its traces have to be found by the next. */
    String id() {
        return new Digest()
                .add(what.text())
                .add(what.cut().toString())
                .add(place.container())
                .add(String.join(" ", cutFrom))
                .hex(DIGITS);
    }
}
