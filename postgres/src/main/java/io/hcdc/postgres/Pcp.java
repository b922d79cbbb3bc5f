package io.hcdc.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Pgpool's command protocol, of which only one question is needed: SQL through Pgpool tells nothing of the watchdog.
 * Never to be kept open: after each fail-over Pgpool's main process waits until all such connections have ended.
 */
final class Pcp implements AutoCloseable {
    private static final int LONGEST = 1 << 20;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Pcp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** Connecting and each answer may take the given time. */
    static Pcp open(InetSocketAddress server, int millis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(server, millis);
            return new Pcp(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void authenticate(String user, String password) throws IOException {
        byte[] salt = ask('M', 'm', new byte[0]);
        byte[] stored = md5(md5(bytes(password)), bytes(user));
        ask('R', 'r', concat(bytes(user + '\0'), concat(md5(stored, salt), new byte[1])));
    }

    /** All members of the watchdog, as JSON. */
    String watchdogInfo() throws IOException {
        byte[] answer = ask('W', 'w', bytes("-1\0"));
        // After a word that says that all went well.
        return new String(answer, StandardCharsets.UTF_8).split("\0", 3)[1];
    }

    /** A message is its kind, its length with the length's own four bytes, its content. */
    private byte[] ask(char question, char expected, byte[] content) throws IOException {
        byte[] message = new byte[5 + content.length];
        message[0] = (byte) question;
        java.nio.ByteBuffer.wrap(message).putInt(1, 4 + content.length);
        System.arraycopy(content, 0, message, 5, content.length);
        out.write(message);
        out.flush();
        char kind = (char) in.readUnsignedByte();
        int length = in.readInt() - 4;
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException("Pgpool answered something that is not PCP");
        }
        byte[] answer = in.readNBytes(length);
        if (kind != expected) {
            throw new ProtocolException("Pgpool refused the question " + question);
        }
        return answer;
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            Arrays.stream(parts).forEach(digest::update);
            return bytes(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
