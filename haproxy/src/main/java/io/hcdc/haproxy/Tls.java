package io.hcdc.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS that trusts what the stack's trust store says and nothing else. Names are not compared: a user's own certificate
 * carries the name of their site, not the address at which the stack is tried out.
 */
final class Tls {
    private Tls() {}

    /** The same connection, encrypted; closing it closes the given one. */
    static Socket connect(Socket plain, String host, Path trusted) throws IOException {
        SSLSocket socket = (SSLSocket) sockets(trusted).createSocket(plain, host, plain.getPort(), true);
        socket.startHandshake();
        return socket;
    }

    /** Makes such connections. */
    static SSLSocketFactory sockets(Path trusted) throws IOException {
        try {
            return context(trusted).getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + trusted + ": " + e.getMessage(), e);
        }
    }

    private static SSLContext context(Path trusted) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        try (InputStream pem = Files.newInputStream(trusted)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry("anchor" + anchors.size(), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
