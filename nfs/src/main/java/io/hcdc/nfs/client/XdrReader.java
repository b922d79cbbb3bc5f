package io.hcdc.nfs.client;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link XdrWriter} writes. Trusts no length: bytes that are not there are an {@link IOException}. */
final class XdrReader {
    private final ByteBuffer in;

    XdrReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    int uint32() throws IOException {
        try {
            return in.getInt();
        } catch (BufferUnderflowException e) {
            throw cut();
        }
    }

    long uint64() throws IOException {
        return ((long) uint32() << 32) | (uint32() & 0xffffffffL);
    }

    byte[] fixed(int length) throws IOException {
        if (length < 0 || (long) length + XdrWriter.padding(length) > in.remaining()) {
            throw cut();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        in.position(in.position() + XdrWriter.padding(length));
        return bytes;
    }

    byte[] opaque() throws IOException {
        return fixed(uint32());
    }

    String string() throws IOException {
        return new String(opaque(), StandardCharsets.UTF_8);
    }

    /** Skips an array of elements of a fixed length. */
    void skipArray(int elementLength) throws IOException {
        int count = uint32();
        if (count < 0 || (long) count * elementLength > in.remaining()) {
            throw cut();
        }
        in.position(in.position() + count * elementLength);
    }

    private static IOException cut() {
        return new IOException("the answer ends too early");
    }
}
