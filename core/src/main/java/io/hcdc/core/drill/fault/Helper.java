package io.hcdc.core.drill.fault;

import io.hcdc.api.Problem;
import io.hcdc.core.engine.Containers;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.HelperSpec;
import io.hcdc.core.engine.HelperSpec.Shared;
import io.hcdc.core.engine.Helpers.Answer;
import io.hcdc.core.engine.ObservedContainer.State;
import io.hcdc.core.error.EnvironmentNotReadyException;
import io.hcdc.core.error.OperationFailedException;
import io.hcdc.core.image.FaultsImage;
import io.hcdc.core.image.ImageTag;
import io.hcdc.core.stack.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The container beside the broken one, from which one fault works: each fault has its own. */
record Helper(Containers containers, HelperSpec spec, String fault) {
    private static final Set<State> LIVING = Set.of(State.RUNNING, State.PAUSED);

    /** With the node's packets at its hands. */
    static Helper inNetwork(Containers containers, Injection injection) {
        // The filter is set with the first; the probe is sent with the second.
        return of(containers, injection, Shared.NAMESPACES, List.of("NET_ADMIN", "NET_RAW"), "");
    }

    static Helper amongProcesses(Containers containers, Injection injection) {
        return of(containers, injection, Shared.NAMESPACES, List.of("KILL"), "");
    }

    static Helper onVolumes(Containers containers, Injection injection) {
        // A server's data is its own user's, and closed to all others.
        return of(containers, injection, Shared.VOLUMES, List.of("DAC_OVERRIDE"), "");
    }

    /** With nobody: where it can be tried what the kernel knows. */
    static Helper apart(Containers containers, Injection injection) {
        return of(containers, injection, Shared.NOTHING, List.of("NET_ADMIN", "NET_RAW"), "-trial");
    }

    private static Helper of(
            Containers containers, Injection injection, Shared shared, List<String> capabilities, String suffix) {
        return new Helper(
                containers,
                new HelperSpec(
                        injection.place().container() + "-fault-" + injection.id() + suffix,
                        ImageTag.of(FaultsImage.SPEC),
                        injection.place().container(),
                        shared,
                        capabilities,
                        List.of(),
                        Labels.helper(injection.place().network(), injection.node())),
                injection.what().text() + " " + injection.node());
    }

    /** The same with a program of its own, which it does not outlive. */
    Helper running(String... command) {
        return new Helper(containers, spec.running(List.of(command)), fault);
    }

    /** A new one, whatever an earlier drill left. */
    void start() {
        containers.remove(spec.name());
        containers.startHelper(spec);
    }

    /** Whether there is anything it could work on: network and processes of a container end with it. */
    boolean hasWork() {
        return spec.shared() != Shared.NAMESPACES || LIVING.contains(containers.state(spec.container()));
    }

    /** Runs a command there. A helper that is gone, or has ended with the container, is started first. */
    Answer ask(String... command) {
        try {
            return containers.ask(spec.name(), List.of(command));
        } catch (EngineException e) {
            containers.startHelper(spec);
            return containers.ask(spec.name(), List.of(command));
        }
    }

    /** Runs a command that has to succeed. */
    Answer must(String... command) {
        Answer answer = ask(command);
        if (!answer.isYes()) {
            throw new OperationFailedException(
                    Problem.at(fault, "'" + shown(command) + "' failed in " + spec.name()),
                    answer.said().lines().toList());
        }
        return answer;
    }

    /** Runs what shows whether the machine can do it. */
    Answer require(String lacking, String hint, String... command) {
        Answer answer = ask(command);
        if (!answer.isYes()) {
            String why = answer.said().lines().reduce((first, last) -> last).orElse("exit code " + answer.exit());
            throw new EnvironmentNotReadyException(
                    Problem.at(fault, lacking + "; nothing was broken: " + why).hint(hint));
        }
        return answer;
    }

    private static String shown(String... command) {
        return String.join(" ", Arrays.stream(command).limit(3).toList());
    }

    void remove() {
        containers.remove(spec.name());
    }
}
