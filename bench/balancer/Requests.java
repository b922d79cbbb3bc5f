import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Clients of what is behind a balancer, while a command is run: 500 HTTPS requests a second on a fixed schedule, so that a slow
 * answer delays no other client's request. A tenth of them on new connections, which cost a TLS handshake each, the others on
 * ones that are kept as long as the balancer lets them. Nothing is tried again.
 *
 * <pre>java -cp CLASSES Requests ADDRESS CA.pem COMMAND</pre>
 *
 * <p>Prints one line: how long the command took, in seconds; how many requests were made, from its begin until two seconds after its
 * end; how many of them failed. What went wrong is said on standard error.
 */
final class Requests {
    private static final int RATE = 500;
    private static final int CLIENTS = 50;
    private static final int LIMIT_MILLIS = 10_000;
    private static final long AROUND = TimeUnit.SECONDS.toNanos(2);

    private final InetSocketAddress address;
    private final SSLSocketFactory tls;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final long began = System.nanoTime();
    private volatile boolean counting;
    private volatile boolean over;

    private Requests(InetSocketAddress address, SSLSocketFactory tls) {
        this.address = address;
        this.tls = tls;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status = 1;
        try {
            InetSocketAddress address = new InetSocketAddress(arguments[0], 8443);
            Requests requests = new Requests(address, trusting(Path.of(arguments[1])));
            System.out.println(requests.during(new Command(arguments[2])));
            status = 0;
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("requests: " + e.getMessage());
        }
        System.exit(status);
    }

    private static SSLSocketFactory trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private String during(Command command) throws IOException, InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            int client = number;
            clients.add(new Thread(() -> ask(client)));
        }
        clients.forEach(Thread::start);
        LockSupport.parkNanos(AROUND);

        counting = true;
        long requested = System.nanoTime();
        command.run();
        long done = System.nanoTime();

        LockSupport.parkNanos(AROUND);
        over = true;
        for (Thread client : clients) {
            client.join();
        }
        return String.format(Locale.ROOT, "%.3f %d %d", (done - requested) / 1e9, asked.get(), failed.get());
    }

    private void ask(int client) {
        boolean anew = client % 10 == 0;
        Connection kept = null;
        for (long turn = client; !over; turn += CLIENTS) {
            LockSupport.parkNanos(began + turn * TimeUnit.SECONDS.toNanos(1) / RATE - System.nanoTime());
            count(asked);
            try {
                kept = kept == null ? new Connection(anew ? "close" : "keep-alive") : kept;
                if (kept.lastAnswer()) {
                    kept = closed(kept);
                }
            } catch (IOException e) {
                System.err.printf(
                        Locale.ROOT,
                        "after %.3f s, on a %s connection: %s%n",
                        (System.nanoTime() - began) / 1e9,
                        anew ? "new" : "kept",
                        e);
                count(failed);
                kept = closed(kept);
            }
        }
        closed(kept);
    }

    private void count(AtomicInteger what) {
        if (counting) {
            what.incrementAndGet();
        }
    }

    private static Connection closed(Connection connection) {
        if (connection != null) {
            connection.close();
        }
        return null;
    }

    private final class Connection {
        private final String wish;
        private final Socket socket;

        Connection(String wish) throws IOException {
            this.wish = wish;
            Socket plain = new Socket();
            plain.connect(address, LIMIT_MILLIS);
            plain.setSoTimeout(LIMIT_MILLIS);
            plain.setTcpNoDelay(true);
            socket = tls.createSocket(plain, "localhost", plain.getPort(), true);
        }

        /** Asks. @return whether the answer, a good one, was the last of this connection */
        boolean lastAnswer() throws IOException {
            String question = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: " + wish + "\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the connection ended after " + head.length() + " bytes of an answer");
                }
                head.append((char) next);
            }
            if (!head.toString().startsWith("HTTP/1.1 200 ")) {
                throw new IOException(head.substring(0, head.indexOf("\r\n")));
            }
            String fields = head.toString().toLowerCase(Locale.ROOT);
            int length = fields.indexOf("\r\ncontent-length: ") + 18;
            in.readNBytes(Integer.parseInt(fields.substring(length, fields.indexOf("\r\n", length))));
            return fields.contains("\r\nconnection: close");
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
