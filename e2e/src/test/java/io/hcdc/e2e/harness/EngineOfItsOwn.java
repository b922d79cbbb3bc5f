package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine beside the machine's, where a test may touch everything. It lives in namespaces of its own: its networks and
 * ports, its mounts and all of its processes are gone with it, even if it is killed. It has no way out, so whatever it is
 * to have comes from {@link #take}.
 */
public final class EngineOfItsOwn implements AutoCloseable {
    /** Short, because the path of a Unix socket may have 108 bytes. */
    private final Path folder;

    private final Process namespaces;

    private EngineOfItsOwn(Path folder, Process namespaces) {
        this.folder = folder;
        this.namespaces = namespaces;
    }

    public static EngineOfItsOwn start() {
        Commands.require("dockerd", "docker.io");
        Commands.require("ip", "iproute2");
        try {
            Path folder = Files.createTempDirectory("e2e-engine-");
            EngineOfItsOwn engine = new EngineOfItsOwn(folder, launch(folder));
            engine.awaitAnswer();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path folder) throws IOException {
        List<String> unshare =
                List.of("unshare", "--net", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child");
        // Of its own containerd, too: it would share the names of another's.
        String daemon = "ip link set lo up; exec dockerd --host unix://$0/socket --data-root $0/data --exec-root $0/run"
                + " --pidfile $0/pid --containerd-namespace e2e --containerd-plugins-namespace e2e-plugins";
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-ec", daemon, folder.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void awaitAnswer() {
        await("the engine at " + address())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        !namespaces.isAlive() || docker().outcome("version").exit() == 0);
        if (!namespaces.isAlive()) {
            throw new AssertionError("an engine of the test's own does not start; that needs root\n" + log());
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return "unix://" + folder.resolve("socket");
    }

    public Docker docker() {
        return Docker.at(address());
    }

    /** Where the stacks on this engine are kept. */
    public Path homes() {
        return folder.resolve("homes");
    }

    /** The program, using this engine and seeing its published ports. */
    public Hcdc hcdc() {
        return Hcdc.of(Hcdc.ROOT.resolve("hcdc"), homes())
                .with("DOCKER_HOST", address())
                .through("nsenter", "--net=/proc/" + namespaces.pid() + "/ns/net");
    }

    /** Copies images from another engine. */
    public void take(Docker other, List<String> references) {
        Path archive = folder.resolve("images.tar");
        List<String> save = new ArrayList<>(List.of("save", "--output", archive.toString()));
        save.addAll(references);
        other.run(save.toArray(String[]::new));
        docker().run("load", "--input", archive.toString());
    }

    @Override
    public void close() {
        namespaces.destroyForcibly().onExit().join();
        Commands.run("rm", "-rf", "--one-file-system", folder.toString()).expect(0);
    }
}
