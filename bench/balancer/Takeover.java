import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Breaks the HAProxy that owns an address, and says who answered there: asked every 5 ms, each time by a new client that
 * waits 100 ms at most.
 *
 * <pre>java -cp CLASSES Takeover ADDRESS FAULT HEAL</pre>
 *
 * <p>HEAL is run as soon as another node answers. Prints one line: seconds from the request of FAULT until another node answered
 * (-1: none did in a minute); how often the answering node changed from the request of HEAL until five seconds after its
 * end; how many questions had no answer in that time.
 */
final class Takeover {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LIMIT = TimeUnit.MINUTES.toNanos(1);
    private static final long WATCHED = TimeUnit.SECONDS.toNanos(5);

    private final InetSocketAddress address;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** @param node empty where there was no answer */
    private record Answer(long asked, long answered, String node) {}

    private Takeover(InetSocketAddress address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status = 1;
        try {
            Takeover takeover = new Takeover(new InetSocketAddress(arguments[0], 1936));
            System.out.println(takeover.round(new Command(arguments[1]), new Command(arguments[2])));
            status = 0;
        } catch (IOException e) {
            System.err.println("takeover: " + e.getMessage());
        }
        System.exit(status);
    }

    private String round(Command fault, Command heal) throws IOException, InterruptedException {
        Thread asking = new Thread(this::ask);
        asking.setDaemon(true);
        asking.start();
        String owner = first(0, node -> true).node();
        if (owner.isEmpty()) {
            throw new IOException("nobody answers at " + address);
        }
        // Classes are loaded and code is compiled by then.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));

        long requested = System.nanoTime();
        fault.run();
        Answer taken = first(requested, node -> !node.equals(owner));

        long back = System.nanoTime();
        heal.run();
        LockSupport.parkNanos(WATCHED);
        List<String> since = answers.stream()
                .filter(answer -> answer.asked() >= back)
                .map(Answer::node)
                .toList();
        return String.format(
                Locale.ROOT,
                "%.3f %d %d",
                taken.node().isEmpty() ? -1 : (taken.answered() - requested) / 1e9,
                moves(taken.node(), since),
                since.stream().filter(String::isEmpty).count());
    }

    private static int moves(String first, List<String> nodes) {
        int moves = 0;
        String last = first;
        for (String node : nodes) {
            if (!node.isEmpty() && !node.equals(last)) {
                moves++;
                last = node;
            }
        }
        return moves;
    }

    /** The first answer of such a node to what was asked since; one of no node when there was none in time. */
    private Answer first(long since, Predicate<String> node) {
        long deadline = System.nanoTime() + LIMIT;
        while (System.nanoTime() < deadline) {
            for (Answer answer : answers) {
                if (answer.asked() >= since && !answer.node().isEmpty() && node.test(answer.node())) {
                    return answer;
                }
            }
            LockSupport.parkNanos(EVERY);
        }
        return new Answer(0, 0, "");
    }

    private void ask() {
        while (true) {
            long asked = System.nanoTime();
            String node;
            try {
                node = answer(asked + PATIENCE);
            } catch (IOException e) {
                node = "";
            }
            answers.add(new Answer(asked, System.nanoTime(), node));
            LockSupport.parkNanos(asked + EVERY - System.nanoTime());
        }
    }

    /** @return the node's name, the first word of the last line */
    private String answer(long deadline) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, millisUntil(deadline));
            socket.getOutputStream().write("GET /owner HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder all = new StringBuilder();
            byte[] some = new byte[1024];
            for (int read = 0; read >= 0; ) {
                all.append(new String(some, 0, read, StandardCharsets.US_ASCII));
                socket.setSoTimeout(millisUntil(deadline));
                read = socket.getInputStream().read(some);
            }
            int body = all.indexOf("\r\n\r\n");
            if (body < 0) {
                throw new IOException("no whole answer");
            }
            return all.substring(body + 4).split(" ")[0];
        }
    }

    private static int millisUntil(long deadline) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) left;
    }
}
