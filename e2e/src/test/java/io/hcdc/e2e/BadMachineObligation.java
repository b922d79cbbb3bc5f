package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Commands;
import io.hcdc.e2e.harness.Docker;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.OnRealEngine;
import io.hcdc.e2e.harness.Outcome;
import io.hcdc.e2e.harness.TestStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the machine lacks is said in one line each, with a hint, before anything is touched. */
@OnRealEngine
class BadMachineObligation {
    private static final int NOT_READY = 3;
    private static final TestStack UNLUCKY = new TestStack("e2e-unlucky", "standalone", 15_000);

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Docker.here().traces(UNLUCKY.name())).isEmpty();
        assertThat(UNLUCKY.home()).doesNotExist();
    }

    @Test
    void aPortTakenByAProcessNamesItWithItsPid() throws IOException {
        try (ServerSocket postgres = listen(5432);
                ServerSocket stats = listen(1936)) {
            Outcome outcome = UNLUCKY.init();

            String holder = " is taken by java (pid " + ProcessHandle.current().pid() + ")";
            outcome.complaining(
                    NOT_READY,
                    "pg1: port " + postgres.getLocalPort() + holder,
                    "haproxy1: port " + stats.getLocalPort() + holder,
                    "--port-offset");
            assertThat(outcome.problems()).hasSize(2);
        }
    }

    @Test
    void aPortTakenByAContainerNamesIt() {
        TestStack.HA.up();
        TestStack sameports = new TestStack(UNLUCKY.name(), UNLUCKY.source(), TestStack.HA.offset());

        sameports
                .init()
                .complaining(
                        NOT_READY,
                        "is taken by container " + TestStack.HA.container("rds1"),
                        "is taken by container " + TestStack.HA.container("pg1"),
                        "is taken by container " + TestStack.HA.container("nfs1"),
                        "is taken by container " + TestStack.HA.container("haproxy1"));
    }

    @Test
    void withoutAnEngineItSaysHowToGetOne() {
        for (String command : new String[] {"init", "nuke"}) {
            Hcdc.here()
                    .with("DOCKER_HOST", "unix:///nonexistent/docker.sock")
                    .run(command, "--name", UNLUCKY.name())
                    .complaining(NOT_READY, "unix:///nonexistent/docker.sock: no Docker engine answers", "--setup");
        }
    }

    /** As another user, who can read nothing of this project: it gets a copy of the program. */
    @Test
    void withoutPermissionOnTheEnginesSocketItSaysHowToGetIt() throws IOException {
        requireRoot();
        Path copy = Files.createTempDirectory("e2e-nobody-");
        try {
            Commands.run(
                            "sh",
                            "-ec",
                            "mkdir -p $1/cli/target $1/homes; cp $0/hcdc $1; cp -r $0/cli/target/hcdc $1/cli/target; "
                                    + "chmod -R go+rX $1; chown nobody $1/homes",
                            Hcdc.ROOT.toString(),
                            copy.toString())
                    .expect(0);

            Hcdc.of(copy.resolve("hcdc"), copy.resolve("homes"))
                    .with("HOME", copy.toString())
                    .through("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
                    .run("init", "--name", UNLUCKY.name())
                    .complaining(NOT_READY, "no permission to use the engine's socket", "docker");

            assertThat(copy.resolve("homes")).isEmptyDirectory();
        } finally {
            Commands.run("rm", "-r", copy.toString());
        }
    }

    @Test
    void withoutRoomOnTheDiskItSaysWhereAndHowMuchIsNeeded() throws IOException {
        requireRoot();
        Path disk = Files.createDirectories(Path.of("target", "disk").toAbsolutePath());
        Commands.run("umount", disk.toString()); // in case a killed run left it
        Commands.run("mount", "-t", "tmpfs", "-o", "size=1m", "e2e", disk.toString())
                .expect(0);
        try {
            Hcdc.of(Hcdc.ROOT.resolve("hcdc"), disk)
                    .run("init", "--name", UNLUCKY.name())
                    .complaining(NOT_READY, disk.toString(), "MiB free", "MiB needed");

            assertThat(disk).isEmptyDirectory();
        } finally {
            Commands.run("umount", disk.toString()).expect(0);
        }
    }

    @Test
    void homesThatCannotBeWrittenToAreNamed() {
        Hcdc.of(Hcdc.ROOT.resolve("hcdc"), Path.of("/dev/null/homes"))
                .run("init", "--name", UNLUCKY.name())
                .complaining(NOT_READY, "/dev/null/homes", "HCDC_HOME");
    }

    private static ServerSocket listen(int wellKnown) throws IOException {
        return new ServerSocket(wellKnown + UNLUCKY.offset(), 1, InetAddress.getByName("127.0.0.1"));
    }

    private static void requireRoot() {
        assertThat(Commands.run("id", "-u").out().strip())
                .as(
                        "user who runs this test: it becomes another user, or mounts a tiny disk, and must be root for that")
                .isEqualTo("0");
    }
}
