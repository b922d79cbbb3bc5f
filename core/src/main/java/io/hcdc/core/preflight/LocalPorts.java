package io.hcdc.core.preflight;

import io.hcdc.core.engine.ObservedContainer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who holds the TCP ports of this machine: containers are known by the engine, processes by {@code /proc}. */
public final class LocalPorts implements Preflight.PortHolders {
    private static final Path PROC = Path.of("/proc");

    /** The state LISTEN in {@code /proc/net/tcp}. */
    private static final String LISTEN = "0A";

    private final List<ObservedContainer> containers;

    /** @param containers every container of the engine */
    public LocalPorts(List<ObservedContainer> containers) {
        this.containers = containers;
    }

    @Override
    public Optional<String> holder(String bindAddress, int port) {
        Optional<String> container = containers.stream()
                .filter(ObservedContainer::isRunning)
                .filter(candidate -> candidate.hostPorts().contains(port))
                .map(candidate -> "container " + candidate.name())
                .findFirst();
        if (container.isPresent() || isFree(bindAddress, port)) {
            return container;
        }
        return Optional.of(process(port).orElse("another process"));
    }

    private static boolean isFree(String bindAddress, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bindAddress, port));
            return true;
        } catch (IOException e) {
            // Low ports may be the engine's to bind though not ours; then only an answer proves that one is taken.
            boolean notOurs =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("permission");
            return notOurs && !answers(bindAddress, port);
        }
    }

    private static boolean answers(String bindAddress, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(bindAddress.equals("0.0.0.0") ? "127.0.0.1" : bindAddress, port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process whose file descriptors include the listening socket. Others' are hidden from all but root. */
    private static Optional<String> process(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> listeningInodes(PROC.resolve("net").resolve(table), port))
                .flatMap(inode -> owner("socket:[" + inode + "]").stream())
                .findFirst();
    }

    private static Stream<String> listeningInodes(Path table, int port) {
        String suffix = String.format(":%04X", port);
        return lines(table)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTEN))
                .map(columns -> columns[9]);
    }

    private static Optional<String> owner(String socket) {
        return children(PROC)
                .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                .filter(process -> children(process.resolve("fd")).anyMatch(fd -> linksTo(fd, socket)))
                .map(process -> lines(process.resolve("comm")).findFirst().orElse("a process") + " (pid "
                        + process.getFileName() + ")")
                .findFirst();
    }

    private static boolean linksTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
