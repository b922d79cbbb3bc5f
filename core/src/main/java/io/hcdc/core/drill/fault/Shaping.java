package io.hcdc.core.drill.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * What all of a node's packets leave through, in place of no queue at all. There is one per node: where somebody's is in
 * place already, the kernel refuses another.
 *
 * @param handle the name by which ours is known from any other
 * @param kind as tc knows it, e.g. {@code netem delay 100ms}
 */
record Shaping(Helper helper, String handle, List<String> kind) {

    static Shaping of(Helper helper, String handle, String... kind) {
        return new Shaping(helper, handle, List.of(kind));
    }

    /** Whether the kernel of another, lonely helper takes it. */
    boolean isKnownTo(Helper lonely) {
        return lonely.ask(command("link", "can")).isYes();
    }

    /** Has the kernel of another, lonely helper take it. */
    void tryIn(Helper lonely, String lacking, String hint) {
        lonely.start();
        try {
            lonely.require(lacking, hint, command("link", "can"));
        } finally {
            lonely.remove();
        }
    }

    void shape() {
        helper.must(command("link", "shape", handle));
    }

    void free() {
        helper.must("link", "free", handle);
    }

    boolean isThere() {
        return helper.ask("link", "shaped", handle).isYes();
    }

    private String[] command(String... beginning) {
        return Stream.concat(Stream.of(beginning), kind.stream()).toArray(String[]::new);
    }
}
