package io.hcdc.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One container of a stack.
 *
 * @param node the node's name: neutral (never a role), unique in the stack; also its host name
 * @param image the {@link ImageSpec#name()} it runs
 * @param command arguments for the image's entry point; empty for the image's own
 * @param mounts files and volumes
 * @param ports what is published
 * @param capabilities kernel capabilities beyond none: every container starts with all of them dropped
 * @param seccomp a seccomp profile of its own, where the engine's default forbids something the server needs
 * @param after nodes whose containers must have been started before this one
 * @param stopGrace how long a planned stop (SIGTERM) may take before the container is killed; whole seconds
 * @param reload the signal on which the server reads its files of {@link Mount.OnChange#RELOAD} again
 * @param noClock why its server cannot run with a clock of its own (libfaketime); empty where it can
 */
public record Service(
        String node,
        String image,
        List<String> command,
        List<Mount> mounts,
        List<Port> ports,
        List<String> capabilities,
        Optional<ConfigFile> seccomp,
        List<String> after,
        Duration stopGrace,
        Optional<String> reload,
        Optional<String> noClock) {
    public Service {
        command = List.copyOf(command);
        mounts = List.copyOf(mounts);
        ports = List.copyOf(ports);
        capabilities = List.copyOf(capabilities);
        after = List.copyOf(after);
    }

    /** A service with nothing but its node and image, and ten seconds to stop. */
    public static Service of(String node, String image) {
        return new Service(
                node,
                image,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Duration.ofSeconds(10),
                Optional.empty(),
                Optional.empty());
    }

    public Service command(String... arguments) {
        return new Service(
                node,
                image,
                List.of(arguments),
                mounts,
                ports,
                capabilities,
                seccomp,
                after,
                stopGrace,
                reload,
                noClock);
    }

    public Service mount(Mount mount) {
        return new Service(
                node,
                image,
                command,
                plus(mounts, mount),
                ports,
                capabilities,
                seccomp,
                after,
                stopGrace,
                reload,
                noClock);
    }

    public Service publish(Port port) {
        return new Service(
                node,
                image,
                command,
                mounts,
                plus(ports, port),
                capabilities,
                seccomp,
                after,
                stopGrace,
                reload,
                noClock);
    }

    public Service capabilities(String... names) {
        return new Service(
                node, image, command, mounts, ports, List.of(names), seccomp, after, stopGrace, reload, noClock);
    }

    public Service seccomp(ConfigFile profile) {
        return new Service(
                node,
                image,
                command,
                mounts,
                ports,
                capabilities,
                Optional.of(profile),
                after,
                stopGrace,
                reload,
                noClock);
    }

    public Service after(String... nodes) {
        return new Service(
                node, image, command, mounts, ports, capabilities, seccomp, List.of(nodes), stopGrace, reload, noClock);
    }

    public Service stopGrace(Duration grace) {
        return new Service(node, image, command, mounts, ports, capabilities, seccomp, after, grace, reload, noClock);
    }

    /** @param signal e.g. {@code SIGUSR2}; process 1 of the container gets it */
    public Service reload(String signal) {
        return new Service(
                node,
                image,
                command,
                mounts,
                ports,
                capabilities,
                seccomp,
                after,
                stopGrace,
                Optional.of(signal),
                noClock);
    }

    /** @param reason one line for people */
    public Service noClock(String reason) {
        return new Service(
                node,
                image,
                command,
                mounts,
                ports,
                capabilities,
                seccomp,
                after,
                stopGrace,
                reload,
                Optional.of(reason));
    }

    /** Every file to render for this service. */
    public List<ConfigFile> configFiles() {
        return Stream.concat(
                        mounts.stream()
                                .filter(Mount.Config.class::isInstance)
                                .map(mount -> ((Mount.Config) mount).file()),
                        seccomp.stream())
                .toList();
    }

    /** The files that a change only reloads. */
    public List<ConfigFile> reloadedFiles() {
        return mounts.stream()
                .filter(Mount.Config.class::isInstance)
                .map(Mount.Config.class::cast)
                .filter(mount -> mount.onChange() == Mount.OnChange.RELOAD)
                .map(Mount.Config::file)
                .toList();
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
