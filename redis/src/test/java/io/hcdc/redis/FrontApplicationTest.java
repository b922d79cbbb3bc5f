package io.hcdc.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.Access;
import io.hcdc.api.Background;
import io.hcdc.api.Driver;
import io.hcdc.api.Port;
import io.hcdc.api.drill.Drillable;
import io.hcdc.api.drill.Ledger;
import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Readable;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an application behind a front learns of a write, whatever the front does with its connection. */
class FrontApplicationTest {
    private static final String LOGGED_IN = "+OK\r\n";
    private static final String NAMED = "*2\r\n$19\r\nreplica-announce-ip\r\n$4\r\nrds2\r\n";

    private final ServerSocket front;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    FrontApplicationTest() throws IOException {
        front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        front.close();
    }

    @Test
    void anAnswerIsAnAcknowledgementByWhoeverIsBehindTheFront() throws InterruptedException {
        answering(Then.HANG_UP, LOGGED_IN, NAMED, ":1\r\n");
        assertThat(attempt()).isEqualTo(Outcome.ok("rds2"));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("AUTH the-password");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("CONFIG GET replica-announce-ip");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ZADD hcdc:drill:id-1 7 7");
    }

    @Test
    void aReadIsShownTheNewestNumberThatIsThere() throws InterruptedException {
        answering(Then.HANG_UP, LOGGED_IN, NAMED, "*1\r\n$1\r\n7\r\n");
        assertThat(read()).isEqualTo(new Readable.Shown(Outcome.ok("rds2"), 7));
        heard.poll(5, TimeUnit.SECONDS);
        heard.poll(5, TimeUnit.SECONDS);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ZREVRANGE hcdc:drill:id-1 0 0");
        answering(Then.HANG_UP, LOGGED_IN, NAMED, "*0\r\n");
        assertThat(read()).as("no number is there yet").isEqualTo(new Readable.Shown(Outcome.ok("rds2"), -1));
    }

    @Test
    void aFrontThatLeadsToNobodyHasNotWritten() {
        answering(Then.HANG_UP);
        assertThat(attempt().kind()).isEqualTo(Outcome.Kind.FAIL);
        answering(Then.SAY_NOTHING);
        assertThat(attempt().kind()).isEqualTo(Outcome.Kind.FAIL);
        answering(Then.HANG_UP, LOGGED_IN);
        assertThat(attempt().kind()).isEqualTo(Outcome.Kind.FAIL);
    }

    @Test
    void aWriteWithoutAnAnswerMayHaveHappened() {
        answering(Then.SAY_NOTHING, LOGGED_IN, NAMED);
        assertThat(attempt()).isEqualTo(Outcome.indeterminate("rds2", "Read timed out"));
        answering(Then.HANG_UP, LOGGED_IN, NAMED);
        assertThat(attempt().kind()).isEqualTo(Outcome.Kind.INDETERMINATE);
    }

    @Test
    void aRefusalIsOne() {
        answering(Then.HANG_UP, LOGGED_IN, NAMED, "-NOREPLICAS Not enough good replicas to write.\r\n");
        assertThat(attempt()).isEqualTo(Outcome.fail("rds2", "NOREPLICAS"));
    }

    @Test
    void isAPathOnlyWhereThereIsAFrontAndNeverTheDefault() {
        assertThat(servers(new Known(Optional.empty())).paths("rdsmaster")).containsExactly("sentinel");
        assertThat(servers(here()).paths("rdsmaster")).containsExactly("sentinel", "front");
    }

    @Test
    void whatItWritesCanBeReadBack() {
        try (Workload workload = workload()) {
            assertThat(workload).isInstanceOf(Ledger.class);
        }
    }

    private Outcome attempt() {
        try (Workload workload = workload()) {
            return workload.attempt(7);
        }
    }

    private Readable.Shown read() {
        try (Workload workload = workload()) {
            return ((Readable) workload).newest();
        }
    }

    private Workload workload() {
        return servers(here()).workload("rdsmaster", new WorkloadSpec("id-1", "front", Duration.ofMillis(300)));
    }

    private static Drillable servers(Access access) {
        Driver driver = new RedisComponent().driver(RedisConfig.DEFAULTS, port -> port, access);
        return (Drillable) driver;
    }

    private Access here() {
        return new Known(Optional.of((InetSocketAddress) front.getLocalSocketAddress()));
    }

    /** What becomes of a connection when all answers are given, and one more command has been heard. */
    private enum Then {
        HANG_UP,
        SAY_NOTHING
    }

    /** Serves one connection: hears a command before each answer. */
    private void answering(Then then, String... answers) {
        Background.start("redis-front", () -> {
            try (Socket client = front.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                for (String answer : answers) {
                    heard.add(command(in));
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
                if (answers.length < 3) {
                    command(in);
                }
                if (then == Then.SAY_NOTHING) {
                    in.readLine();
                }
            } catch (IOException e) {
                // The client has left.
            }
        });
    }

    private static String command(BufferedReader in) throws IOException {
        int words = Integer.parseInt(in.readLine().substring(1));
        StringBuilder command = new StringBuilder();
        for (int i = 0; i < words; i++) {
            in.readLine();
            command.append(i == 0 ? "" : " ").append(in.readLine());
        }
        return command.toString();
    }

    /** @param redis where the data nodes' front is */
    private record Known(Optional<InetSocketAddress> redis) implements Access {
        @Override
        public InetSocketAddress reach(String node, Port port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InetSocketAddress> virtual(String name, int port) {
            return Optional.empty();
        }

        @Override
        public Optional<InetSocketAddress> front(String endpoint) {
            return endpoint.equals("redis") ? redis : Optional.empty();
        }

        @Override
        public String secret(String name) {
            return "redis-password".equals(name) ? "the-password" : "another";
        }

        @Override
        public SSLContext tls() {
            throw new UnsupportedOperationException();
        }
    }
}
