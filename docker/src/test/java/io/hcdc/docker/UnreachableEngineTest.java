package io.hcdc.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableEngineTest {
    private static final String ADDRESS = "DOCKER_HOST";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheAddress() {
        System.clearProperty(ADDRESS);
    }

    @Test
    void socketThatIsNotThereIsAMissingEngine() {
        String address = "unix://" + folder.resolve("none.sock");
        assertMissing(address);
    }

    @Test
    void refusedConnectionIsAMissingEngine() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertMissing("tcp://127.0.0.1:" + port);
    }

    private static void assertMissing(String address) {
        System.setProperty(ADDRESS, address);
        try (DockerEngine engine = DockerEngine.fromEnvironment()) {
            assertThatThrownBy(engine::facts)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessageStartingWith(address + ": no Docker engine answers (start it, ");
            assertThatThrownBy(() -> engine.containers(Map.of())).isInstanceOf(EnvironmentNotReadyException.class);
            assertThatThrownBy(() -> engine.pull("debian", Duration.ofSeconds(5)))
                    .isInstanceOf(EnvironmentNotReadyException.class);
        }
    }
}
