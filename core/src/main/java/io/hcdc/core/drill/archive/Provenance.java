package io.hcdc.core.drill.archive;

import io.hcdc.api.NodeState;
import io.hcdc.core.image.Digest;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.run.RunningStack;
import io.hcdc.core.spec.ConfigBinder;
import io.hcdc.core.stack.Part;
import io.hcdc.core.stack.Stack;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * On what a drill was run: enough for somebody else to run it again, and for a later reader to see what differed.
 *
 * @param hcdc the version of hcdc
 * @param started wall clock, ISO 8601
 * @param system of the machine that hcdc ran on, for people
 * @param source what the stack was made from: the catalogue's name or a file
 * @param settings every setting of every component, by its path; a text of several lines, such as a key, by its digest
 * @param changed the paths of those that are not the component's default
 * @param images name → the tag, which is the hash of everything the image is built from
 * @param nodes node → what it said of itself before anything was broken
 */
public record Provenance(
        String hcdc,
        String started,
        String system,
        String source,
        Map<String, String> settings,
        List<String> changed,
        Map<String, String> images,
        Map<String, String> nodes) {

    /** Of a drill that was run before this was kept. */
    public static Provenance unknown(String started) {
        return new Provenance("", started, "", "", Map.of(), List.of(), Map.of(), Map.of());
    }

    /** Asks every server once what it is. */
    public static Provenance of(RunningStack running) {
        Stack stack = running.stack();
        Map<String, String> settings = new TreeMap<>();
        List<String> changed = new ArrayList<>();
        for (Part<?> part : stack.parts()) {
            Map<String, String> defaults = flat(part.type(), part.component().defaults());
            Map<String, String> chosen = flat(part.type(), part.config());
            settings.putAll(chosen);
            chosen.forEach((path, value) -> {
                if (!value.equals(defaults.get(path))) {
                    changed.add(path);
                }
            });
        }
        Map<String, String> images = new TreeMap<>();
        stack.images().forEach((name, image) -> images.put(name, ImageTag.of(image)));
        return new Provenance(
                Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                        .orElse("(unpackaged)"),
                LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                machine(),
                stack.source(),
                settings,
                changed.stream().sorted().toList(),
                images,
                nodes(running));
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version");
    }

    private static Map<String, String> nodes(RunningStack running) {
        Map<String, String> nodes = new TreeMap<>();
        running.look().values().forEach(look -> look.states().forEach(state -> nodes.put(state.node(), text(state))));
        return nodes;
    }

    private static String text(NodeState state) {
        return state.detail().isEmpty() ? state.role() : state.role() + ", " + state.detail();
    }

    static Map<String, String> flat(String component, Record config) {
        Map<String, String> settings = new TreeMap<>();
        new ConfigBinder().unbind(config).forEach((name, value) -> flatten(component + "." + name, value, settings));
        return settings;
    }

    private static void flatten(String path, Object value, Map<String, String> settings) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((name, inner) -> flatten(path + "." + name, inner, settings));
        } else if (value != null) {
            settings.put(path, shown(value.toString()));
        }
    }

    /** A report is shown to others, and a certificate's setting holds its private key. */
    private static String shown(String text) {
        return text.strip().contains("\n")
                ? text.lines().count() + " lines, digest "
                        + new Digest().add(text).hex(12)
                : text;
    }
}
