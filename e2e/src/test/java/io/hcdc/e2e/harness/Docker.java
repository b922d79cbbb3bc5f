package io.hcdc.e2e.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** An engine, by Docker's own command line. */
public final class Docker {
    /** On everything that belongs to a stack. */
    public static final String STACK = "io.hcdc.stack";

    /** On every image of the program. */
    public static final String IMAGE = "io.hcdc.image";

    /** The names of the tests' own stacks begin so; nothing else is ever touched. */
    public static final String OURS = "e2e-";

    private final List<String> client;

    private Docker(String... client) {
        this.client = List.of(client);
    }

    /** The engine that the environment names, which is not only the tests'. */
    public static Docker here() {
        return new Docker("docker");
    }

    /** @param address e.g. {@code unix:///run/docker.sock} */
    static Docker at(String address) {
        return new Docker("docker", "--host", address);
    }

    /** Runs it and returns what it prints. */
    public String run(String... arguments) {
        return outcome(arguments).expect(0).out().strip();
    }

    public Outcome outcome(String... arguments) {
        List<String> command = new ArrayList<>(client);
        command.addAll(Arrays.asList(arguments));
        return Commands.run(command);
    }

    private List<String> lines(String... arguments) {
        return run(arguments).lines().filter(line -> !line.isBlank()).sorted().toList();
    }

    /** @param label as {@code key} or {@code key=value} */
    public List<String> containers(String label) {
        return lines("ps", "--all", "--filter", "label=" + label, "--format", "{{.Names}}");
    }

    public List<String> networks(String label) {
        return lines("network", "ls", "--filter", "label=" + label, "--format", "{{.Name}}");
    }

    public List<String> volumes(String label) {
        return lines("volume", "ls", "--filter", "label=" + label, "--format", "{{.Name}}");
    }

    public List<String> images(String label) {
        return lines("images", "--filter", "label=" + label, "--format", "{{.Repository}}:{{.Tag}} {{.ID}}");
    }

    /** The images that a stack's containers are made of. */
    public List<String> imagesOf(String stack) {
        return lines("ps", "--all", "--filter", "label=" + STACK + "=" + stack, "--format", "{{.Image}}").stream()
                .distinct()
                .toList();
    }

    /** The images that a stack is brought up with: those of its containers, and those of what breaks it. */
    public List<String> imagesFor(String stack) {
        List<String> images = new ArrayList<>(imagesOf(stack));
        images.addAll(lines("images", "--filter", "reference=hcdc/faults", "--format", "{{.Repository}}:{{.Tag}}"));
        return images;
    }

    /** The ids of a stack's containers. */
    public List<String> ids(String stack) {
        return lines("ps", "--all", "--no-trunc", "--quiet", "--filter", "label=" + STACK + "=" + stack);
    }

    /** Which of a stack's containers are frozen. */
    public List<String> paused(String stack) {
        return lines(
                "ps",
                "--filter",
                "label=" + STACK + "=" + stack,
                "--filter",
                "status=paused",
                "--format",
                "{{.Names}}");
    }

    /** The numbers that a running container's processes have on this machine. */
    public List<Long> processes(String container) {
        return run("top", container, "-eo", "pid")
                .lines()
                .skip(1)
                .map(String::strip)
                .map(Long::valueOf)
                .toList();
    }

    public JsonNode inspect(String object) {
        return outcome("inspect", object).expect(0).json().get(0);
    }

    /** Everything of a stack that the engine knows. */
    public List<String> traces(String stack) {
        String label = STACK + "=" + stack;
        List<String> traces = new ArrayList<>();
        containers(label).forEach(name -> traces.add("container " + name));
        networks(label).forEach(name -> traces.add("network " + name));
        volumes(label).forEach(name -> traces.add("volume " + name));
        return traces;
    }

    /** The names of all stacks of which there is anything. */
    public List<String> allStacks() {
        String value = "{{.Label \"" + STACK + "\"}}";
        String filter = "label=" + STACK;
        TreeSet<String> names = new TreeSet<>();
        names.addAll(lines("ps", "--all", "--filter", filter, "--format", value));
        names.addAll(lines("network", "ls", "--filter", filter, "--format", value));
        names.addAll(lines("volume", "ls", "--filter", filter, "--format", value));
        return List.copyOf(names);
    }

    /** The names of the tests' own stacks. */
    public List<String> stacks() {
        return allStacks().stream().filter(name -> name.startsWith(OURS)).toList();
    }
}
