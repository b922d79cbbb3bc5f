package io.hcdc.core.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels everything of hcdc carries. They are the only truth about what belongs to a stack, and the only thing by
 * which anything is ever removed.
 */
public final class Labels {
    public static final String STACK = "io.hcdc.stack";
    public static final String NODE = "io.hcdc.node";
    public static final String COMPONENT = "io.hcdc.component";
    public static final String CONFIG_HASH = "io.hcdc.config-hash";
    public static final String HOME = "io.hcdc.home";
    public static final String IMAGE = "io.hcdc.image";
    public static final String STOP_GRACE = "io.hcdc.stop-grace";

    /** On a container that is none of the stack's nodes, but works beside one: the node's name. */
    public static final String HELPER = "io.hcdc.helper";

    /** The engine's own default. */
    private static final int DEFAULT_STOP_GRACE = 10;

    private Labels() {}

    /** What everything of one stack carries, as a filter. */
    public static Map<String, String> ofStack(String stack) {
        return Map.of(STACK, stack);
    }

    /** What everything of any stack carries. */
    public static Map<String, String> ofAnyStack() {
        return Map.of(STACK, "");
    }

    /** What every image of ours carries. */
    public static Map<String, String> ofImages() {
        return Map.of(IMAGE, "");
    }

    public static Map<String, String> network(Stack stack) {
        return with(stack, Map.of("com.docker.compose.network", "default"));
    }

    public static Map<String, String> volume(Stack stack, String volume) {
        return with(stack, Map.of("com.docker.compose.volume", volume));
    }

    /** What every helper of one stack carries, as a filter. */
    public static Map<String, String> ofHelpers(String stack) {
        return Map.of(STACK, stack, HELPER, "");
    }

    /** A helper's labels. It has nothing to lose, so a planned stop gives it no time. None are compose's: to it, it is no service. */
    public static Map<String, String> helper(String stack, String node) {
        return Map.of(STACK, stack, HELPER, node, STOP_GRACE, "0");
    }

    /** A container's labels: ours, and compose's own, so that compose and what builds on it show the stack as a project. */
    public static Map<String, String> container(Stack stack, Node node, String home, String configHash) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("com.docker.compose.service", node.name());
        labels.put("com.docker.compose.container-number", "1");
        labels.put("com.docker.compose.oneoff", "False");
        labels.put("com.docker.compose.config-hash", configHash);
        labels.put("com.docker.compose.project.working_dir", home);
        labels.put("com.docker.compose.project.config_files", home + "/docker-compose.yml");
        labels.putAll(own(stack, node, home, configHash));
        return with(stack, labels);
    }

    /** A container's labels that compose does not set by itself. */
    public static Map<String, String> own(Stack stack, Node node, String home, String configHash) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(STACK, stack.name());
        labels.put(NODE, node.name());
        labels.put(COMPONENT, node.component());
        labels.put(CONFIG_HASH, configHash);
        labels.put(HOME, home);
        labels.put(STOP_GRACE, String.valueOf(node.service().stopGrace().toSeconds()));
        return labels;
    }

    /** How long a planned stop of the container with these labels may take. */
    public static int stopGraceSeconds(Map<String, String> labels) {
        String seconds = labels.getOrDefault(STOP_GRACE, "");
        return seconds.matches("[0-9]{1,6}") ? Integer.parseInt(seconds) : DEFAULT_STOP_GRACE;
    }

    private static Map<String, String> with(Stack stack, Map<String, String> more) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(STACK, stack.name());
        labels.put("com.docker.compose.project", stack.name());
        labels.putAll(more);
        return labels;
    }
}
