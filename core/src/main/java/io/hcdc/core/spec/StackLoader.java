package io.hcdc.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcdc.api.Problem;
import io.hcdc.core.error.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a stack's YAML, from the catalogue or from a file, and puts the user's settings on top. */
public final class StackLoader {
    /** The settings of the stack itself, each with an example. */
    private static final Map<String, String> STACK_KEYS = Map.of(
            "description", "Redis to try things out",
            "bind", "127.0.0.1",
            "own-clocks", "true",
            "port-offset", "10000",
            "subnet", "10.77.64.0/24");

    private final YamlText yaml = new YamlText();

    private final Catalogue catalogue;
    private final Set<String> componentTypes;

    public StackLoader(Catalogue catalogue, Set<String> componentTypes) {
        this.catalogue = catalogue;
        this.componentTypes = componentTypes;
    }

    /**
     * Loads a stack.
     *
     * @param source a name of the catalogue, or the path of a YAML file
     * @throws InvalidInputException when there is no such stack; what is wrong with its content is in the spec
     */
    public StackSpec load(String source, List<Setting> settings) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode tree = read(source, problems);
        for (Setting setting : settings) {
            apply(setting, tree, problems);
        }
        return shape(source, tree, problems);
    }

    private ObjectNode read(String source, List<Problem> problems) {
        Optional<String> known = catalogue.yaml(source);
        if (known.isPresent()) {
            return parseObject(source, known.get(), problems);
        }
        if (!source.contains("/") && !source.endsWith(".yaml") && !source.endsWith(".yml")) {
            throw new InvalidInputException(Problem.at("", "unknown stack '" + source + "'")
                    .hint(Nearest.hint(source, catalogue.names()) + " (or give a YAML file's path)"));
        }
        return new InputFile(Path.of(source))
                .text(source, problems)
                .map(text -> parseObject(source, text, problems))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private void apply(Setting setting, ObjectNode tree, List<Problem> problems) {
        if (setting instanceof Setting.With with) {
            add(with.component(), tree, problems);
        } else if (setting instanceof Setting.Values values) {
            String name = values.file().toString();
            new InputFile(values.file())
                    .text(name, problems)
                    .ifPresent(text -> merge(tree, parseObject(name, text, problems)));
        } else if (setting instanceof Setting.FileText text) {
            new InputFile(text.file())
                    .text(text.key(), problems)
                    .ifPresent(content -> putText(tree, text, content, problems));
        } else if (setting instanceof Setting.Value value) {
            yaml.parse(value.key(), value.value(), problems).ifPresent(node -> put(tree, value.key(), node, problems));
        }
    }

    private void add(String component, ObjectNode tree, List<Problem> problems) {
        if (!componentTypes.contains(component)) {
            problems.add(Problem.at("--with", "unknown component '" + component + "'")
                    .hint(Nearest.hint(component, componentTypes)));
        } else if (!tree.has(component)) {
            tree.putNull(component);
        }
    }

    private StackSpec shape(String source, ObjectNode tree, List<Problem> problems) {
        Map<String, JsonNode> components = new LinkedHashMap<>();
        tree.fields().forEachRemaining(entry -> {
            String key = entry.getKey();
            if (componentTypes.contains(key)) {
                components.put(key, entry.getValue());
            } else if (!STACK_KEYS.containsKey(key)) {
                problems.add(Problem.at(key, "unknown setting").hint(Nearest.hint(key, topLevelKeys())));
            }
        });
        if (components.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at(source, "names no component")
                    .hint("add at least one of " + String.join(", ", componentTypes)));
        }
        JsonNode offset = tree.path("port-offset");
        if (!offset.isMissingNode() && !offset.isNull() && !offset.isInt()) {
            problems.add(Problem.at("port-offset", "expected a whole number, got '" + offset.asText() + "'")
                    .hint(example("port-offset")));
        }
        JsonNode ownClocks = tree.path("own-clocks");
        if (!ownClocks.isMissingNode() && !ownClocks.isNull() && !ownClocks.isBoolean()) {
            problems.add(Problem.at("own-clocks", "expected true or false, got '" + ownClocks.asText() + "'")
                    .hint(example("own-clocks")));
        }
        for (String key : List.of("description", "bind", "subnet")) {
            if (tree.path(key).isContainerNode()) {
                problems.add(Problem.at(key, "expected text, got " + kind(tree.path(key)))
                        .hint(example(key)));
            }
        }
        return new StackSpec(
                source,
                tree.path("description").asText(""),
                tree.path("bind").asText("127.0.0.1"),
                offset.asInt(0),
                ownClocks.asBoolean() ? Clocks.OWN : Clocks.SHARED,
                Optional.of(tree.path("subnet").asText("")).filter(text -> !text.isEmpty()),
                components,
                List.copyOf(problems));
    }

    private static String example(String stackKey) {
        return "for example " + STACK_KEYS.get(stackKey);
    }

    private List<String> topLevelKeys() {
        List<String> keys = new ArrayList<>(componentTypes);
        STACK_KEYS.keySet().stream().sorted().forEach(keys::add);
        return keys;
    }

    private ObjectNode parseObject(String source, String text, List<Problem> problems) {
        JsonNode node = yaml.parse(source, text, problems).orElseGet(MissingNode::getInstance);
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (!node.isMissingNode() && !node.isNull()) {
            problems.add(Problem.at(source, "expected settings by name, got " + kind(node))
                    .hint("known: " + String.join(", ", topLevelKeys())));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty file is a mistake, such as an export that failed; who wants no text can leave the setting out. */
    private void putText(ObjectNode tree, Setting.FileText setting, String content, List<Problem> problems) {
        if (content.isBlank()) {
            problems.add(Problem.at(setting.key(), "the file is empty: " + setting.file())
                    .hint("fill it, or leave the setting out"));
        } else {
            put(tree, setting.key(), JsonNodeFactory.instance.textNode(content), problems);
        }
    }

    private void put(ObjectNode tree, String key, JsonNode value, List<Problem> problems) {
        String[] steps = key.split("\\.", -1);
        ObjectNode node = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = node.path(steps[i]);
            if (next.isMissingNode() || next.isNull()) {
                next = node.putObject(steps[i]);
            }
            if (!(next instanceof ObjectNode object)) {
                String holder = String.join(".", List.of(steps).subList(0, i + 1));
                problems.add(Problem.at(key, "'" + steps[i] + "' holds " + kind(next) + ", not settings by name")
                        .hint("set either " + holder + " or what is below it"));
                return;
            }
            node = object;
        }
        node.set(steps[steps.length - 1], value);
    }

    /** A setting without a value says nothing, and leaves what is below. */
    private static void merge(ObjectNode below, ObjectNode above) {
        above.fields().forEachRemaining(entry -> {
            if (below.get(entry.getKey()) instanceof ObjectNode lower && entry.getValue() instanceof ObjectNode upper) {
                merge(lower, upper);
            } else if (!entry.getValue().isNull()) {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "settings by name";
            case STRING -> "the text '" + node.asText() + "'";
            default -> "'" + node.asText() + "'";
        };
    }
}
