package io.hcdc.core.repair;

import io.hcdc.api.Problem;
import io.hcdc.api.Repairable;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.stack.Node;
import java.util.List;
import java.util.Optional;

/**
 * How a node is repaired; nothing has been done yet.
 *
 * @param command what runs in its container
 */
public record Repair(Node node, List<String> command) {

    /** @throws InvalidInputException when the node's component has no way to do it */
    public static Repair of(Node node, RunningStack running) {
        return command(node, running)
                .map(command -> new Repair(node, command))
                .orElseThrow(() -> new InvalidInputException(
                        Problem.at(node.name(), node.component() + " nodes cannot be repaired from their peers")
                                .hint(whoCan(running))));
    }

    private static Optional<List<String>> command(Node node, RunningStack running) {
        return running.drivers().get(node.component()) instanceof Repairable servers
                ? servers.repair(node.name())
                : Optional.empty();
    }

    private static String whoCan(RunningStack running) {
        List<String> able = running.stack().nodes().stream()
                .filter(node -> command(node, running).isPresent())
                .map(Node::name)
                .toList();
        return able.isEmpty() ? "no node of this stack can" : String.join(", ", able) + " can";
    }
}
