package io.hcdc.e2e.harness;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Asks who answers at the address that two HAProxys share: a hundred times a second, each time as a new client. */
public final class AddressProbe implements AutoCloseable {
    /** Who has no answer by then counts as having none. */
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final InetSocketAddress address;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Thread asking = new Thread(this::run, "address-probe");
    private volatile boolean over;

    /**
     * One question.
     *
     * @param asked when, of {@link System#nanoTime}
     * @param node who answered; empty when nobody did in time
     * @param words what was said, or what went wrong
     */
    public record Answer(long asked, String node, String words) {}

    private AddressProbe(InetSocketAddress address) {
        this.address = address;
    }

    /** Asking, and answered at least once. */
    public static AddressProbe begin(TestStack stack) {
        AddressProbe probe = new AddressProbe(stack.virtual("stats").orElseThrow());
        probe.asking.start();
        await("somebody answers at " + probe.address)
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        probe.answers.stream().anyMatch(answer -> !answer.node().isEmpty()));
        return probe;
    }

    /** As a number. */
    public String address() {
        return address.getAddress().getHostAddress();
    }

    /** The node that answered last. */
    public String owner() {
        return answers.stream()
                .map(Answer::node)
                .filter(node -> !node.isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Waits until a question that was asked since is answered by a node. */
    public void awaitOwner(String node, long since, Duration limit) {
        await(node + " answers at " + address)
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        since(since).stream().anyMatch(answer -> answer.node().equals(node)));
    }

    /**
     * Whatever was not answered by a node, of what was asked since. One question alone without an answer does not count: on
     * two full cores a thread waits up to 0.24 s for its turn. An address that moves is without for 0.3 s at least, three
     * questions in a row.
     */
    public List<Answer> notAnsweredBy(String node, long since) {
        List<Answer> asked = since(since);
        return IntStream.range(0, asked.size())
                .filter(i -> !asked.get(i).node().equals(node))
                .filter(i -> !asked.get(i).node().isEmpty() || !(answered(asked, i - 1) && answered(asked, i + 1)))
                .mapToObj(asked::get)
                .toList();
    }

    /** What was not asked, or not yet, says nothing against it. */
    private static boolean answered(List<Answer> asked, int i) {
        return i < 0 || i >= asked.size() || !asked.get(i).node().isEmpty();
    }

    public List<Answer> since(long moment) {
        return answers.stream().filter(answer -> answer.asked() - moment >= 0).toList();
    }

    @Override
    public void close() {
        over = true;
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!over) {
            long asked = System.nanoTime();
            try {
                String words = ask(asked + LIMIT_NANOS);
                answers.add(new Answer(asked, words.split(" ")[0], words));
            } catch (IOException e) {
                answers.add(new Answer(asked, "", e.toString()));
            }
            LockSupport.parkNanos(asked + EVERY_NANOS - System.nanoTime());
        }
    }

    /** @return e.g. {@code haproxy1 master} */
    private String ask(long deadline) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, millisUntil(deadline));
            socket.getOutputStream().write("GET /owner HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] some = new byte[1024];
            for (int read = 0; read >= 0; ) {
                all.write(some, 0, read);
                socket.setSoTimeout(millisUntil(deadline));
                read = socket.getInputStream().read(some);
            }
            String answer = all.toString(StandardCharsets.US_ASCII);
            if (!answer.startsWith("HTTP/1.1 200 ") && !answer.startsWith("HTTP/1.0 200 ")) {
                throw new IOException("no good answer: '" + answer + "'");
            }
            return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
        }
    }

    private static int millisUntil(long deadline) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("too late");
        }
        return (int) left;
    }
}
