package io.hcdc.e2e.harness;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Redis client of the tests' own, so that no mistake of the program's client can hide itself. */
public final class Resp implements AutoCloseable {
    private static final int LIMIT_MILLIS = 5_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    /** Connects to a port of this machine and logs in. */
    public Resp(int port, String password) {
        this(port, password, LIMIT_MILLIS);
    }

    /** @param millis how long connecting, and each answer, may take */
    public Resp(int port, String password, int millis) {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), millis);
            socket.setSoTimeout(millis);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            ask("AUTH", password);
        } catch (UncheckedIOException e) {
            close();
            throw e;
        }
    }

    /** The answer: a text, a number as a text, null, or a list of those. */
    public Object ask(String... words) {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        try {
            socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.US_ASCII));
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(words[0], e);
        }
    }

    public String text(String... words) {
        return (String) ask(words);
    }

    public List<String> list(String... words) {
        return ((List<?>) ask(words)).stream().map(String.class::cast).toList();
    }

    /** What is said next without being asked, whenever that is. */
    public Object next() throws IOException {
        socket.setSoTimeout(0);
        return answer();
    }

    private Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '-' -> throw new IOException("refused: " + rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> {
                List<Object> elements = new ArrayList<>();
                for (int i = Integer.parseInt(rest); i > 0; i--) {
                    elements.add(answer());
                }
                yield elements;
            }
            default -> throw new IOException("not understood: " + line);
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        line();
        return text;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
