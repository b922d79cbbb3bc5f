package io.hcdc.ldap.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of the Basic Encoding Rules (X.690): a tag, a length and what is in it.
 *
 * @param content the bytes; of a constructed value the parts, one after the other
 */
record Ber(int tag, byte[] content) {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int ENUMERATED = 0x0a;
    static final int SEQUENCE = 0x30;

    private static final int BOOLEAN = 0x01;

    /** Far more than any answer we ask for; a peer that speaks something else is found out here. */
    private static final int MAX_LENGTH = 1 << 20;

    static Ber text(int tag, String text) {
        return new Ber(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param number not negative */
    static Ber number(int tag, int number) {
        int bytes = 1;
        while (bytes < 4 && number >> (8 * bytes - 1) != 0) {
            bytes++;
        }
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (number >> (8 * (bytes - 1 - i)));
        }
        return new Ber(tag, content);
    }

    static Ber no() {
        return new Ber(BOOLEAN, new byte[1]);
    }

    static Ber of(int tag, Ber... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Ber part : parts) {
            content.writeBytes(part.bytes());
        }
        return new Ber(tag, content.toByteArray());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(6 + content.length)
                .put((byte) tag)
                // The long form for every length: it is allowed to be longer than needed.
                .put((byte) 0x84)
                .putInt(content.length)
                .put(content)
                .array();
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    int number() throws IOException {
        if (content.length < 1 || content.length > 4) {
            throw notLdap();
        }
        int number = content[0];
        for (int i = 1; i < content.length; i++) {
            number = number << 8 | content[i] & 0xff;
        }
        return number;
    }

    List<Ber> parts() throws IOException {
        List<Ber> parts = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(content);
        while (in.available() > 0) {
            parts.add(read(in));
        }
        return parts;
    }

    /** A part by its place. */
    Ber part(int index) throws IOException {
        List<Ber> parts = parts();
        if (index >= parts.size()) {
            throw notLdap();
        }
        return parts.get(index);
    }

    static Ber read(InputStream in) throws IOException {
        int tag = octet(in);
        int length = octet(in);
        // 0x80 would be the indefinite form, which LDAP forbids.
        if (length == 0x80 || length > 0x84) {
            throw notLdap();
        } else if (length > 0x80) {
            int octets = length - 0x80;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | octet(in);
            }
        }
        if (length < 0 || length > MAX_LENGTH) {
            throw notLdap();
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("the connection was closed without an answer");
        }
        return new Ber(tag, content);
    }

    static IOException notLdap() {
        return new IOException("what answers does not speak LDAP");
    }

    private static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection was closed without an answer");
        }
        return octet;
    }
}
