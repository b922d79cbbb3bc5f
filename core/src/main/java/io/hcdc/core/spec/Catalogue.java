package io.hcdc.core.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The stacks, and the drills, that come with the program: one YAML each, listed by name in {@code stacks/catalogue} and {@code
 * stacks/drills/catalogue}.
 */
public final class Catalogue {
    private static final String FOLDER = "/io/hcdc/stacks/";

    /** The stack that a command without a name means. */
    public static final String DEFAULT = "ha";

    /** Names in the order of the catalogue. */
    public List<String> names() {
        return read("catalogue")
                .orElseThrow()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The YAML of a stack, if there is one of that name. */
    public Optional<String> yaml(String name) {
        return names().contains(name) ? read(name + ".yaml") : Optional.empty();
    }

    /** The names of the drills that come with the program, in the order of their catalogue. */
    public List<String> drills() {
        return read("drills/catalogue")
                .map(text -> text.lines().filter(line -> !line.isBlank()).toList())
                .orElse(List.of());
    }

    /** The YAML of a drill, if there is one of that name. */
    public Optional<String> drill(String name) {
        return drills().contains(name) ? read("drills/" + name + ".yaml") : Optional.empty();
    }

    private static Optional<String> read(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
