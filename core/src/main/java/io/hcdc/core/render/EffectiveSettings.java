package io.hcdc.core.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.hcdc.core.spec.Clocks;
import io.hcdc.core.spec.ConfigBinder;
import io.hcdc.core.stack.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every setting a stack runs with, its defaults included, in the form of a stack's YAML. Kept in the home, so that later
 * commands know the stack as it was brought up; loading it gives the same stack again.
 */
public final class EffectiveSettings {
    public static final String FILE = "stack.yaml";

    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private final ConfigBinder binder = new ConfigBinder();

    /** The first line, which a later command reads: settings kept here are still those of the stack they were made from. */
    private static final Pattern SOURCE =
            Pattern.compile("# Every setting of the stack '[^']*' \\(from (.*)\\), defaults.*");

    /** What the stack of such a text was made from. */
    public static Optional<String> source(String text) {
        return text.lines()
                .findFirst()
                .map(SOURCE::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1));
    }

    public String text(Stack stack) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", stack.description());
        tree.put("bind", stack.bind());
        tree.put("port-offset", stack.portOffset());
        // The default is not named: most stacks have never heard of it.
        if (stack.clocks() == Clocks.OWN) {
            tree.put("own-clocks", true);
        }
        tree.put("subnet", stack.subnet());
        stack.parts().forEach(part -> tree.put(part.type(), binder.unbind(part.config())));
        try {
            return "# Every setting of the stack '" + stack.name() + "' (from " + stack.source()
                    + "), defaults included. Written by hcdc.\n" + yaml.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
