package io.hcdc.ldap.client;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection over TLS, on which questions are asked one after the other. */
public final class LdapClient implements AutoCloseable {
    private static final int VERSION = 3;
    private static final int BIND = 0x60;
    private static final int BIND_ANSWER = 0x61;
    private static final int PASSWORD = 0x80;
    private static final int SEARCH = 0x63;
    private static final int SEARCH_ENTRY = 0x64;
    private static final int SEARCH_DONE = 0x65;
    private static final int SEARCH_REFERENCE = 0x73;
    private static final int EQUALS = 0xa3;

    private final Socket plain = new Socket();
    private final long deadline;
    private final SSLSocket socket;
    private final InputStream in;
    private int lastId;

    /** Where a search looks. */
    public enum Scope {
        BASE,
        CHILDREN,
        SUBTREE
    }

    /**
     * Connects.
     *
     * @param tls says whom to trust
     * @param limit the time for connecting and for all questions together
     */
    public LdapClient(InetSocketAddress server, SSLContext tls, Duration limit) throws IOException {
        deadline = System.nanoTime() + limit.toNanos();
        try {
            plain.connect(server, remainingMillis());
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(remainingMillis());
            socket = (SSLSocket)
                    tls.getSocketFactory().createSocket(plain, server.getHostString(), server.getPort(), true);
            socket.startHandshake();
            in = new BufferedInputStream(new Bounded(socket.getInputStream()));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Logs in. @throws LdapException when the server does not let this user in */
    public void bind(String dn, String password) throws IOException {
        Ber answer = ask(Ber.of(
                BIND, Ber.number(Ber.INTEGER, VERSION), Ber.text(Ber.OCTET_STRING, dn), Ber.text(PASSWORD, password)));
        requireSuccess(answer, BIND_ANSWER);
    }

    /** The entries where an attribute has a value, with the attributes asked for. */
    public List<Entry> search(String base, Scope scope, String attribute, String value, String... wanted)
            throws IOException {
        Ber[] names = new Ber[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            names[i] = Ber.text(Ber.OCTET_STRING, wanted[i]);
        }
        Ber answer = ask(Ber.of(
                SEARCH,
                Ber.text(Ber.OCTET_STRING, base),
                Ber.number(Ber.ENUMERATED, scope.ordinal()),
                Ber.number(Ber.ENUMERATED, 0), // no aliases are followed
                Ber.number(Ber.INTEGER, 0), // the server's limits of size
                Ber.number(Ber.INTEGER, 0), // and of time
                Ber.no(), // values, not only types
                Ber.of(EQUALS, Ber.text(Ber.OCTET_STRING, attribute), Ber.text(Ber.OCTET_STRING, value)),
                Ber.of(Ber.SEQUENCE, names)));
        List<Entry> entries = new ArrayList<>();
        while (answer.tag() == SEARCH_ENTRY || answer.tag() == SEARCH_REFERENCE) {
            if (answer.tag() == SEARCH_ENTRY) {
                entries.add(entry(answer));
            }
            answer = answer();
        }
        requireSuccess(answer, SEARCH_DONE);
        return entries;
    }

    private Ber ask(Ber question) throws IOException {
        socket.getOutputStream()
                .write(Ber.of(Ber.SEQUENCE, Ber.number(Ber.INTEGER, ++lastId), question)
                        .bytes());
        return answer();
    }

    /** The answer to the last question; a server that is about to hang up says so under the number 0. */
    private Ber answer() throws IOException {
        Ber message = Ber.read(in);
        if (message.tag() != Ber.SEQUENCE || message.part(0).number() != lastId) {
            throw Ber.notLdap();
        }
        return message.part(1);
    }

    private static void requireSuccess(Ber answer, int tag) throws IOException {
        if (answer.tag() != tag) {
            throw Ber.notLdap();
        }
        int code = answer.part(0).number();
        if (code != 0) {
            throw new LdapException(code, answer.part(2).text());
        }
    }

    private static Entry entry(Ber answer) throws IOException {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Ber attribute : answer.part(1).parts()) {
            List<String> values =
                    attribute.part(1).parts().stream().map(Ber::text).toList();
            attributes.put(attribute.part(0).text().toLowerCase(Locale.ROOT), values);
        }
        return new Entry(answer.part(0).text(), attributes);
    }

    private int remainingMillis() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) millis;
    }

    /** Without TLS' farewell, which would wait for a server that hangs. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** The socket's input, which a peer that dribbles cannot stretch beyond the deadline. */
    private final class Bounded extends FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            plain.setSoTimeout(remainingMillis());
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            plain.setSoTimeout(remainingMillis());
            return super.read(bytes, offset, length);
        }
    }
}
