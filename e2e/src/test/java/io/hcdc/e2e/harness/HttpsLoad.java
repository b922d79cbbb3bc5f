package io.hcdc.e2e.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Clients of an application behind a stack's balancer: so many requests a second on a fixed schedule, so that a slow answer
 * delays nobody else's request. Some connect anew for every request, the others keep their connection as long as they are
 * let. Nothing is ever tried again: what goes wrong is counted.
 */
public final class HttpsLoad implements AutoCloseable {
    private static final int CLIENTS = 50;
    private static final int ANEW = 5;
    private static final int LIMIT_MILLIS = 10_000;

    private final InetSocketAddress address;
    private final int perSecond;
    private final SSLContext trust;
    private final List<Thread> clients = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final long began = System.nanoTime();
    private volatile boolean over;

    private HttpsLoad(TestStack stack, InetSocketAddress address, int perSecond) {
        this.address = address;
        this.perSecond = perSecond;
        this.trust = Application.trusting(stack.home().resolve("trust").resolve("ca.pem"));
    }

    /** At the port that the first balancer publishes. */
    public static HttpsLoad begin(TestStack stack, int perSecond) {
        return begin(stack, published(stack), perSecond);
    }

    public static HttpsLoad begin(TestStack stack, InetSocketAddress address, int perSecond) {
        HttpsLoad load = new HttpsLoad(stack, address, perSecond);
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            Thread thread = new Thread(() -> load.run(number), "https-client-" + number);
            load.clients.add(thread);
            thread.start();
        }
        return load;
    }

    /** One request of a new client. @return the first line of the answer */
    public static String once(TestStack stack, String cookie) {
        HttpsLoad load = new HttpsLoad(stack, published(stack), 1);
        try {
            Connection connection = load.new Connection("close\r\nCookie: " + cookie);
            String line = connection.ask();
            connection.close();
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress published(TestStack stack) {
        return new InetSocketAddress("127.0.0.1", 443 + stack.offset());
    }

    /** The first line of an answer → how often it was given. */
    public int answersOf(String line) {
        AtomicInteger count = answers.get(line);
        return count == null ? 0 : count.get();
    }

    public int answered() {
        return answers.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** When, by which kind of client, what. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Asks no more. @return requests per second that were answered */
    public double end() {
        close();
        return answered() / ((System.nanoTime() - began) / 1e9);
    }

    @Override
    public void close() {
        over = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run(int number) {
        boolean anew = number < ANEW;
        Connection kept = null;
        for (long turn = number; !over; turn += CLIENTS) {
            pause(began + turn * TimeUnit.SECONDS.toNanos(1) / perSecond);
            try {
                if (kept == null) {
                    kept = new Connection(anew ? "close" : "keep-alive");
                }
                answers.computeIfAbsent(kept.ask(), line -> new AtomicInteger()).incrementAndGet();
            } catch (IOException e) {
                failures.add(String.format(
                        Locale.ROOT,
                        "after %.3f s, %s: %s",
                        (System.nanoTime() - began) / 1e9,
                        anew ? "a new connection" : "a kept connection",
                        e));
                kept = closed(kept);
            }
            if (kept != null && kept.last) {
                kept = closed(kept);
            }
        }
        closed(kept);
    }

    private static Connection closed(Connection connection) {
        if (connection != null) {
            connection.close();
        }
        return null;
    }

    private static void pause(long until) {
        long wait = until - System.nanoTime();
        if (wait > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Connection {
        private final String wish;
        private final Socket socket;
        private boolean last;

        Connection(String wish) throws IOException {
            this.wish = wish;
            Socket plain = new Socket();
            plain.connect(address, LIMIT_MILLIS);
            plain.setSoTimeout(LIMIT_MILLIS);
            plain.setTcpNoDelay(true);
            socket = trust.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        }

        /** @return the first line of the body of a good answer */
        String ask() throws IOException {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: " + wish + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String head = head(in);
            String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
            last = head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
            if (!head.startsWith("HTTP/1.1 200 ")) {
                throw new IOException(head.lines().findFirst().orElse(""));
            }
            return body.lines().findFirst().orElse("");
        }

        private String head(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the connection ended after " + head.size() + " bytes of an answer");
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.US_ASCII);
        }

        private int length(String head) throws IOException {
            return head.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.startsWith("content-length:"))
                    .map(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("an answer without its length"));
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // It is not used any more.
            }
        }
    }
}
