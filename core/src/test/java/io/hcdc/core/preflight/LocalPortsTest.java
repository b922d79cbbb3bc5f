package io.hcdc.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.core.engine.ObservedContainer;
import io.hcdc.core.engine.ObservedContainer.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalPortsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void namesTheProcessThatListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            String self = "(pid " + ProcessHandle.current().pid() + ")";
            assertThat(holder(socket.getLocalPort()))
                    .hasValueSatisfying(
                            holder -> assertThat(holder).startsWith("java ").endsWith(self));
            assertThat(new LocalPorts(List.of()).holder("0.0.0.0", socket.getLocalPort()))
                    .hasValueSatisfying(holder -> assertThat(holder).endsWith(self));
        }
    }

    @Test
    void saysNothingOfAFreePort() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        assertThat(holder(port)).isEmpty();
    }

    @Test
    void namesTheContainerThatPublishes() {
        assertThat(holder(1, container("web", State.RUNNING, 1))).contains("container web");
    }

    @Test
    void stoppedContainersHoldNothing() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        assertThat(holder(port, container("web", State.EXITED, port))).isEmpty();
    }

    private static ObservedContainer container(String name, State state, int port) {
        return new ObservedContainer(name, name, "any", state, "", List.of(port), Map.of());
    }

    private static java.util.Optional<String> holder(int port, ObservedContainer... containers) {
        return new LocalPorts(List.of(containers)).holder("127.0.0.1", port);
    }
}
