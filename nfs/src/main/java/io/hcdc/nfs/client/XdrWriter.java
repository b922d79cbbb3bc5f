package io.hcdc.nfs.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Lays values out as RFC 4506 says: big-endian, everything a multiple of four bytes. */
final class XdrWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    XdrWriter uint32(int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
        return this;
    }

    XdrWriter uint64(long value) {
        return uint32((int) (value >>> 32)).uint32((int) value);
    }

    /** Bytes whose number both sides know. */
    XdrWriter fixed(byte[] bytes) {
        out.writeBytes(bytes);
        out.writeBytes(new byte[padding(bytes.length)]);
        return this;
    }

    /** Bytes after their number. */
    XdrWriter opaque(byte[] bytes) {
        return uint32(bytes.length).fixed(bytes);
    }

    XdrWriter string(String text) {
        return opaque(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static int padding(int length) {
        return -length & 3;
    }
}
