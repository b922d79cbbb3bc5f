package io.hcdc.api;

import java.util.Map;

/**
 * A configuration file to render, kept with the stack as {@code config/<node>/<name>} and mounted read-only.
 *
 * <p>The template is the resource {@code <template>} beside the owner class. It sees the model's entries, and of the
 * stack: {@code stack} (its name), {@code node}, {@code address[name]} (of nodes and virtual addresses on the stack's network),
 * {@code nodes}, {@code secret[name]} and {@code endpoint["component.endpoint"]}: an endpoint's {@code scheme},
 * {@code password} (empty where there is none), {@code path} and {@code servers}, each with its {@code node}, {@code
 * address} and {@code port}.
 *
 * @param name the rendered file's name, e.g. {@code redis.conf}
 * @param owner the class beside which the template is kept
 * @param template the template's resource name, e.g. {@code redis.conf.ftl}
 * @param model what the template sees by name: strings, numbers, booleans, lists, maps and records of these
 */
public record ConfigFile(String name, Class<?> owner, String template, Map<String, Object> model) {
    public ConfigFile {
        model = Map.copyOf(model);
    }
}
