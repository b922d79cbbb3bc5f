package io.hcdc.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        return with(parts -> parts.command = List.of(arguments));
    }

    public Service mount(Mount mount) {
        return with(parts -> parts.mounts = plus(mounts, mount));
    }

    public Service publish(Port port) {
        return with(parts -> parts.ports = plus(ports, port));
    }

    public Service capabilities(String... names) {
        return with(parts -> parts.capabilities = List.of(names));
    }

    public Service seccomp(ConfigFile profile) {
        return with(parts -> parts.seccomp = Optional.of(profile));
    }

    public Service after(String... nodes) {
        return with(parts -> parts.after = List.of(nodes));
    }

    public Service stopGrace(Duration grace) {
        return with(parts -> parts.stopGrace = grace);
    }

    /** @param signal e.g. {@code SIGUSR2}; process 1 of the container gets it */
    public Service reload(String signal) {
        return with(parts -> parts.reload = Optional.of(signal));
    }

    /** @param reason one line for people */
    public Service noClock(String reason) {
        return with(parts -> parts.noClock = Optional.of(reason));
    }

    private Service with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
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

    /** What can be another in a copy. */
    private static final class Parts {
        private final Service original;
        private List<String> command;
        private List<Mount> mounts;
        private List<Port> ports;
        private List<String> capabilities;
        private Optional<ConfigFile> seccomp;
        private List<String> after;
        private Duration stopGrace;
        private Optional<String> reload;
        private Optional<String> noClock;

        private Parts(Service original) {
            this.original = original;
            command = original.command;
            mounts = original.mounts;
            ports = original.ports;
            capabilities = original.capabilities;
            seccomp = original.seccomp;
            after = original.after;
            stopGrace = original.stopGrace;
            reload = original.reload;
            noClock = original.noClock;
        }

        private Service whole() {
            return new Service(
                    original.node,
                    original.image,
                    command,
                    mounts,
                    ports,
                    capabilities,
                    seccomp,
                    after,
                    stopGrace,
                    reload,
                    noClock);
        }
    }
}
