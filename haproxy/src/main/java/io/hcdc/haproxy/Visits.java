package io.hcdc.haproxy;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Visitors who ask for a page over HTTPS, each with a session of its own, on kept connections as browsers do. A visitor whom
 * the balancer sends to another node has lost the session: that attempt failed.
 */
final class Visits implements Workload {
    private static final int VISITORS = 16;

    private final List<InetSocketAddress> addresses;
    private final List<Visitor> visitors =
            Stream.generate(Visitor::new).limit(VISITORS).toList();
    private final String path;
    private final int timeoutMillis;
    private final SSLSocketFactory sockets;
    private volatile int answering;

    Visits(Servers servers, WorkloadSpec spec) {
        addresses = servers.paths().to(spec.path());
        path = servers.config().checkPath();
        timeoutMillis = (int) spec.timeout().toMillis();
        try {
            sockets = servers.access().tls().getSocketFactory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where several addresses lead to the balancers the one that answered last is asked first, and then the others. */
    @Override
    public Outcome attempt(int number) {
        Visitor visitor = visitors.get(number % VISITORS);
        Outcome outcome = Outcome.fail("", "nobody was asked");
        int first = answering;
        for (int i = 0; i < addresses.size(); i++) {
            int next = (first + i) % addresses.size();
            try {
                outcome = ask(visitor, addresses.get(next));
                answering = next;
                return outcome;
            } catch (IOException e) {
                outcome = Outcome.fail("", e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            }
        }
        return outcome;
    }

    private Outcome ask(Visitor visitor, InetSocketAddress address) throws IOException {
        HttpsURLConnection connection = connection(address);
        String cookie = visitor.cookie;
        if (cookie != null) {
            connection.setRequestProperty("Cookie", cookie);
        }
        try {
            int status = connection.getResponseCode();
            drain(connection);
            String node = String.valueOf(connection.getHeaderField("X-Balancer"));
            if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
                return Outcome.fail(node, "HTTP " + status);
            }
            return visitor.hear(cookie, connection.getHeaderField("Set-Cookie"))
                    ? Outcome.ok(node)
                    : Outcome.fail(node, "the session was lost: another node answered");
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private HttpsURLConnection connection(InetSocketAddress address) throws IOException {
        URI uri = URI.create("https://" + address.getHostString() + ":" + address.getPort() + path);
        HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
        connection.setSSLSocketFactory(sockets);
        // As everywhere here: a user's own certificate carries the name of their site.
        connection.setHostnameVerifier((host, session) -> true);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("X-Balancer", "which");
        return connection;
    }

    /** A connection whose answer was read to its end is kept for the next request. */
    private static void drain(HttpURLConnection connection) throws IOException {
        InputStream body =
                connection.getErrorStream() == null ? connection.getInputStream() : connection.getErrorStream();
        try (body) {
            body.readAllBytes();
        }
    }

    @Override
    public void close() {
        // Kept connections end by themselves.
    }

    /** A client with a session. */
    private static final class Visitor {
        private volatile String cookie;

        /** @return whether the session goes on, or is a new one */
        boolean hear(String sent, String setCookie) {
            if (setCookie == null || !setCookie.startsWith("SERVERID=")) {
                return true;
            }
            cookie = setCookie.split(";", 2)[0];
            return sent == null || sent.equals(cookie);
        }
    }
}
