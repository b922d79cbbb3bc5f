package io.hcdc.core.pool;

import io.hcdc.api.Balancing.Pool;
import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.spec.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One change of the nodes behind a balancer. */
public sealed interface NodeChange {

    /** The application's node it is about. */
    String node();

    /** The nodes afterwards. Pure. @throws InvalidInputException when it cannot or should not be done */
    Pool apply(Pool before);

    /** Whether a change that was cut off half-way would show in what a balancer knows, and does. */
    default boolean isHalfDone(Pool before, List<String> known) {
        return false;
    }

    /** Whether clients may be left without a node. */
    enum Guard {
        KEEP_ONE,
        FORCE
    }

    /** A node more, for new clients at once. */
    record Add(String node, String address) implements NodeChange {
        @Override
        public Pool apply(Pool before) {
            if (before.nodes().containsKey(node)) {
                throw new InvalidInputException(Problem.at(
                                node,
                                "there is a node of this name, at "
                                        + before.nodes().get(node))
                        .hint("choose another name, or 'hcdc node remove " + node + "' first"));
            }
            before.nodes().forEach((other, taken) -> {
                if (taken.equals(address)) {
                    throw new InvalidInputException(Problem.at(address, "is " + other + "'s address already")
                            .hint("one node is enough for an address"));
                }
            });
            Map<String, String> nodes = new LinkedHashMap<>(before.nodes());
            nodes.put(node, address);
            return new Pool(nodes, before.drained(), before.withoutNodes());
        }

        /** It is in the settings, and a balancer that answers does not know it. */
        @Override
        public boolean isHalfDone(Pool before, List<String> known) {
            return address.equals(before.nodes().get(node)) && !known.isEmpty() && !known.contains(node);
        }
    }

    /** A node less, for its own clients as well. */
    record Remove(String node, Guard guard) implements NodeChange {
        @Override
        public Pool apply(Pool before) {
            requireKnown(node, before);
            Map<String, String> nodes = new LinkedHashMap<>(before.nodes());
            nodes.remove(node);
            Pool after = new Pool(nodes, without(node, before.drained()), before.withoutNodes());
            requireOneLeft(node, before, after, guard);
            return after;
        }

        /** It is out of the settings, and a balancer still knows it. */
        @Override
        public boolean isHalfDone(Pool before, List<String> known) {
            return !before.nodes().containsKey(node) && known.contains(node);
        }
    }

    /** No new clients; those whose cookie names the node still go there. */
    record Drain(String node, Guard guard) implements NodeChange {
        @Override
        public Pool apply(Pool before) {
            requireKnown(node, before);
            List<String> drained = new ArrayList<>(without(node, before.drained()));
            drained.add(node);
            Pool after = new Pool(before.nodes(), drained, before.withoutNodes());
            requireOneLeft(node, before, after, guard);
            return after;
        }
    }

    /** New clients again. */
    record Undrain(String node) implements NodeChange {
        @Override
        public Pool apply(Pool before) {
            requireKnown(node, before);
            return new Pool(before.nodes(), without(node, before.drained()), before.withoutNodes());
        }
    }

    private static List<String> without(String node, List<String> names) {
        return names.stream().filter(name -> !name.equals(node)).toList();
    }

    private static void requireKnown(String node, Pool pool) {
        if (!pool.nodes().containsKey(node)) {
            throw new InvalidInputException(Problem.at("", "unknown node '" + node + "'")
                    .hint(
                            pool.nodes().isEmpty()
                                    ? "there is none; 'hcdc node add' adds one"
                                    : Nearest.hint(node, pool.nodes().keySet())));
        }
    }

    /** The last one of all leaves what answers without nodes; the last that takes new clients leaves them nothing at all. */
    private static void requireOneLeft(String node, Pool before, Pool after, Guard guard) {
        if (guard == Guard.FORCE || !after.taking().isEmpty() || before.taking().isEmpty()) {
            return;
        }
        String then = after.nodes().isEmpty() ? before.withoutNodes() : "every new client is answered 503";
        throw new InvalidInputException(Problem.at(node, "is the last node that takes new clients: without it " + then)
                .hint("--force does it all the same"));
    }
}
