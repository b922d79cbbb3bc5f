package io.hcdc.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcdc.api.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as written: nothing resolved, nothing checked but its shape.
 *
 * @param source the catalogue's name or the file it came from
 * @param description one line for people
 * @param bind the host address on which ports are published
 * @param portOffset added to every port
 * @param clocks whose time its nodes tell
 * @param subnet the network's subnet as CIDR; empty to let the program find a free one
 * @param components component type → its settings as written, in the order of the file
 * @param problems what is wrong already; the resolver finds the rest, and the user hears of all at once
 */
public record StackSpec(
        String source,
        String description,
        String bind,
        int portOffset,
        Clocks clocks,
        Optional<String> subnet,
        Map<String, JsonNode> components,
        List<Problem> problems) {

    /** The same by the name of what it was made from. */
    public StackSpec from(String newSource) {
        return new StackSpec(newSource, description, bind, portOffset, clocks, subnet, components, problems);
    }
}
