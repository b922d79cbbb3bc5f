package io.hcdc.core.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.drill.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpWorkloadTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void theStatusIsTheOutcome() throws IOException {
        try (StallingServer server = new StallingServer();
                HttpWorkload workload = new HttpWorkload(server.url() + "n/$N", TIMEOUT)) {
            assertThat(workload.attempt(7)).isEqualTo(Outcome.ok(""));
            assertThat(server.asked()).containsExactly("GET /n/7 HTTP/1.1");
            server.answers("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            assertThat(workload.attempt(8)).isEqualTo(Outcome.ok(""));
            server.answers("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
            assertThat(workload.attempt(9)).isEqualTo(Outcome.fail("", "HTTP 503"));
            assertThat(server.asked()).as("a redirection is not followed").hasSize(3);
        }
    }

    @Test
    void withoutTheWholeAnswerInTimeNothingIsKnown() throws IOException {
        try (StallingServer server = new StallingServer();
                HttpWorkload workload = new HttpWorkload(server.url(), SHORT)) {
            server.answers("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhal");
            assertThat(workload.attempt(0)).isEqualTo(Outcome.indeterminate("", "no answer"));
        }
    }

    @Test
    void whereNobodyListensNothingWasSent() throws IOException {
        String url;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + closed.getLocalPort() + "/";
        }
        try (HttpWorkload workload = new HttpWorkload(url, TIMEOUT)) {
            assertThat(workload.attempt(0)).isEqualTo(Outcome.fail("", "ConnectException"));
        }
    }
}
