package io.hcdc.nfs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RpcConnectionTest {
    private static final int DONE = 0;
    private static final int PROGRAM_UNAVAILABLE = 1;

    private ServerSocket door;
    private RpcConnection connection;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        connection = new RpcConnection(
                new InetSocketAddress(door.getInetAddress(), door.getLocalPort()), in(Duration.ofSeconds(5)));
        server = door.accept();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.close();
        door.close();
    }

    @Test
    void answersAreMatchedInWhateverOrderTheyCome() throws IOException {
        CompletableFuture<XdrReader> first = connection.send(1, new byte[4]);
        CompletableFuture<XdrReader> second = connection.send(1, new byte[4]);
        int firstId = receive();
        int secondId = receive();

        answer(secondId, DONE, 22);
        answer(firstId, DONE, 11);

        assertThat(RpcConnection.await(first, in(Duration.ofSeconds(5))).uint32())
                .isEqualTo(11);
        assertThat(RpcConnection.await(second, in(Duration.ofSeconds(5))).uint32())
                .isEqualTo(22);
        assertThat(connection.silence()).isZero();
    }

    @Test
    void whoWaitsLearnsThatTheConnectionWasClosed() throws IOException {
        CompletableFuture<XdrReader> answer = connection.send(1, new byte[4]);
        receive();
        server.shutdownOutput();

        assertThatThrownBy(() -> RpcConnection.await(answer, in(Duration.ofSeconds(5))))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void whatIsSentAfterTheEndWasNeverSent() {
        connection.close();

        assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> connection.send(1, new byte[4]));
    }

    @Test
    void aNodeThatServesNothingIsToldFromOneThatFails() throws IOException {
        CompletableFuture<XdrReader> answer = connection.send(1, new byte[4]);
        answer(receive(), PROGRAM_UNAVAILABLE, 0);

        assertThatExceptionOfType(RpcRefusedException.class)
                .isThrownBy(() -> RpcConnection.await(answer, in(Duration.ofSeconds(5))))
                .matches(RpcRefusedException::nothingServed);
    }

    @Test
    void silenceIsCountedWhileSomebodyWaits() throws IOException {
        CompletableFuture<XdrReader> answer = connection.send(1, new byte[4]);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> RpcConnection.await(answer, in(Duration.ofMillis(20))));
        assertThat(connection.silence()).isGreaterThan(Duration.ofMillis(19).toNanos());
    }

    @Test
    void whatDoesNotSpeakRpcIsLeft() throws IOException {
        CompletableFuture<XdrReader> answer = connection.send(1, new byte[4]);
        server.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes());

        assertThatIOException()
                .isThrownBy(() -> RpcConnection.await(answer, in(Duration.ofSeconds(5))))
                .withMessageContaining("does not speak RPC");
    }

    /** @return the id of the next call */
    private int receive() throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        byte[] call = new byte[in.readInt() & 0x7fffffff];
        in.readFully(call);
        return new XdrReader(call).uint32();
    }

    private void answer(int id, int status, int result) throws IOException {
        byte[] reply = new XdrWriter()
                .uint32(id)
                .uint32(1)
                .uint32(0)
                .uint32(0)
                .uint32(0)
                .uint32(status)
                .uint32(result)
                .bytes();
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        out.writeInt(0x80000000 | reply.length);
        out.write(reply);
    }

    private static Deadline in(Duration limit) {
        return Deadline.in(limit);
    }
}
