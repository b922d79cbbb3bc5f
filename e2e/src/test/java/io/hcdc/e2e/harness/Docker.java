package io.hcdc.e2e.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The engine, by Docker's own command line. */
public final class Docker {
    /** On everything that belongs to a stack. */
    public static final String STACK = "io.hcdc.stack";

    /** On every image of the program. */
    public static final String IMAGE = "io.hcdc.image";

    /** The names of the tests' own stacks begin so; nothing else is ever touched. */
    public static final String OURS = "e2e-";

    private Docker() {}

    /** Runs it and returns what it prints. */
    public static String run(String... arguments) {
        return outcome(arguments).expect(0).out().strip();
    }

    public static Outcome outcome(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        return Commands.run(command);
    }

    private static List<String> lines(String... arguments) {
        return run(arguments).lines().filter(line -> !line.isBlank()).sorted().toList();
    }

    /** @param label as {@code key} or {@code key=value} */
    public static List<String> containers(String label) {
        return lines("ps", "--all", "--filter", "label=" + label, "--format", "{{.Names}}");
    }

    public static List<String> networks(String label) {
        return lines("network", "ls", "--filter", "label=" + label, "--format", "{{.Name}}");
    }

    public static List<String> volumes(String label) {
        return lines("volume", "ls", "--filter", "label=" + label, "--format", "{{.Name}}");
    }

    public static List<String> images(String label) {
        return lines("images", "--filter", "label=" + label, "--format", "{{.Repository}}:{{.Tag}} {{.ID}}");
    }

    /** The ids of a stack's containers. */
    public static List<String> ids(String stack) {
        return lines("ps", "--all", "--no-trunc", "--quiet", "--filter", "label=" + STACK + "=" + stack);
    }

    /** Which of a stack's containers are frozen. */
    public static List<String> paused(String stack) {
        return lines(
                "ps",
                "--filter",
                "label=" + STACK + "=" + stack,
                "--filter",
                "status=paused",
                "--format",
                "{{.Names}}");
    }

    public static JsonNode inspect(String object) {
        return outcome("inspect", object).expect(0).json().get(0);
    }

    /** Everything of a stack that the engine knows. */
    public static List<String> traces(String stack) {
        String label = STACK + "=" + stack;
        List<String> traces = new ArrayList<>();
        containers(label).forEach(name -> traces.add("container " + name));
        networks(label).forEach(name -> traces.add("network " + name));
        volumes(label).forEach(name -> traces.add("volume " + name));
        return traces;
    }

    /** The names of all stacks of which there is anything. */
    public static List<String> allStacks() {
        String value = "{{.Label \"" + STACK + "\"}}";
        String filter = "label=" + STACK;
        TreeSet<String> names = new TreeSet<>();
        names.addAll(lines("ps", "--all", "--filter", filter, "--format", value));
        names.addAll(lines("network", "ls", "--filter", filter, "--format", value));
        names.addAll(lines("volume", "ls", "--filter", filter, "--format", value));
        return List.copyOf(names);
    }

    /** The names of the tests' own stacks. */
    public static List<String> stacks() {
        return allStacks().stream().filter(name -> name.startsWith(OURS)).toList();
    }
}
