package io.hcdc.haproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One HTTP/1.0 question on one connection: its answer ends where the connection does. On bare sockets, because loading
 * the platform's HTTP client takes longer than everything asked here.
 */
final class Http implements AutoCloseable {
    private static final int MAX_ANSWER = 1 << 20;

    /**
     * An answer.
     *
     * @param status the status code
     * @param headers the lines before the body
     * @param body the text after the headers
     */
    record Answer(int status, String headers, String body) {

        /** The value of a header, whatever the case of its name. */
        Optional<String> header(String name) {
            String begin = name.toLowerCase(Locale.ROOT) + ":";
            return headers.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                    .map(line -> line.substring(begin.length()).strip())
                    .findFirst();
        }

        /** What came up to the end of the connection, one character per byte. */
        static Answer parse(String answer) throws IOException {
            String[] words = answer.lines().findFirst().orElse("").split(" ", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("[1-5][0-9][0-9]")) {
                throw new IOException(
                        answer.isEmpty() ? "the connection was closed" : "what answers does not speak HTTP");
            }
            int end = answer.indexOf("\r\n\r\n");
            String headers = end < 0 ? answer : answer.substring(0, end);
            String body = end < 0 ? "" : answer.substring(end + 4);
            // HAProxy's own pages come in chunks even to those who asked in a version without them.
            boolean chunked = headers.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked");
            return new Answer(Integer.parseInt(words[1]), headers, chunked ? joined(body) : body);
        }

        /** The text of chunks, each after its length; as much as there is of an answer that was cut. */
        private static String joined(String chunks) throws IOException {
            StringBuilder text = new StringBuilder();
            int at = 0;
            while (true) {
                int lineEnd = chunks.indexOf("\r\n", at);
                if (lineEnd < 0) {
                    return text.toString();
                }
                int length = length(chunks.substring(at, lineEnd));
                int begin = lineEnd + 2;
                int end = Math.min(begin + length, chunks.length());
                text.append(chunks, begin, end);
                if (length == 0) {
                    return text.toString();
                }
                at = Math.min(end + 2, chunks.length());
            }
        }

        private static int length(String hex) throws IOException {
            if (!hex.matches("[0-9A-Fa-f]{1,6}")) {
                throw new IOException("what answers does not speak HTTP");
            }
            return Integer.parseInt(hex, 16);
        }
    }

    private final InetSocketAddress server;
    private final long deadline;
    private Socket socket = new Socket();
    private String authorization = "";

    /**
     * Connects.
     *
     * @param limit the time for everything together
     */
    Http(InetSocketAddress server, Duration limit) throws IOException {
        this.server = server;
        this.deadline = System.nanoTime() + limit.toNanos();
        try {
            socket.connect(server, remainingMillis());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Goes on over TLS. */
    void secure(SSLContext tls) throws IOException {
        socket.setSoTimeout(remainingMillis());
        // Closing it closes the one below.
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, server.getHostString(), server.getPort(), true);
        socket = secured;
        secured.startHandshake();
    }

    void login(String user, String password) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        authorization = "Authorization: Basic " + login + "\r\n";
    }

    Answer get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.0\r\nHost: " + server.getHostString() + "\r\nUser-Agent: hcdc\r\n"
                + authorization + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return Answer.parse(readAll());
    }

    private String readAll() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (all.size() < MAX_ANSWER) {
            socket.setSoTimeout(remainingMillis());
            int count = in.read(chunk);
            if (count < 0) {
                break;
            }
            all.write(chunk, 0, count);
        }
        // One character per byte, so that the lengths of chunks hold.
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private int remainingMillis() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) millis;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
