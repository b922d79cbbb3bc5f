package io.hcdc.core.trust;

import io.hcdc.api.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A private key with its certificate chain, the server's own certificate first.
 *
 * @param chain never empty
 */
record Pem(PrivateKey key, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Key, then certificates, in one text, as HAProxy wants it. */
    String text() {
        List<Object> parts = new ArrayList<>();
        // PKCS#8, for every kind of key: the older form of an EC key lacks its curve, and OpenSSL refuses it.
        parts.add(new PemObject("PRIVATE KEY", completeKey()));
        parts.addAll(chain);
        return write(parts);
    }

    /** An EC key with its public half, which the JDK leaves out: GnuTLS, and so slapd, refuses it without. */
    private byte[] completeKey() {
        if (!(key instanceof ECPrivateKey secret)) {
            return key.getEncoded();
        }
        PrivateKeyInfo bare = PrivateKeyInfo.getInstance(key.getEncoded());
        var publicHalf = SubjectPublicKeyInfo.getInstance(
                        certificate().getPublicKey().getEncoded())
                .getPublicKeyData();
        int bits = secret.getParams().getOrder().bitLength();
        try {
            return new PrivateKeyInfo(
                            bare.getPrivateKeyAlgorithm(),
                            new org.bouncycastle.asn1.sec.ECPrivateKey(bits, secret.getS(), publicHalf, null))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates alone. */
    String chainText() {
        return write(chain);
    }

    static String write(List<?> objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Reads a PEM. Reports and returns nothing when it has no key, no certificate, or the two do not belong together. */
    static Optional<Pem> read(String text, String path, List<Problem> problems) {
        PrivateKey key = null;
        List<X509Certificate> chain = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                } else if (object instanceof PEMKeyPair pair) {
                    // Not as a pair: an EC key may come without its public half.
                    key = new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                } else if (object instanceof PrivateKeyInfo info) {
                    key = new JcaPEMKeyConverter().getPrivateKey(info);
                } else if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
                    problems.add(Problem.at(path, "the private key is encrypted")
                            .hint("HAProxy starts unattended: remove the passphrase with 'openssl pkey -in FILE'"));
                    return Optional.empty();
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            problems.add(Problem.at(path, "not a PEM: " + e.getMessage()));
            return Optional.empty();
        }
        return assemble(key, chain, path, problems);
    }

    /** Reports a certificate that is not valid now. */
    void checkDates(String path, Instant now, List<Problem> problems) {
        if (now.isAfter(certificate().getNotAfter().toInstant())) {
            problems.add(Problem.at(
                            path,
                            "the certificate expired on "
                                    + certificate().getNotAfter().toInstant())
                    .hint("renew it, or leave the setting out and the stack signs one itself"));
        } else if (now.isBefore(certificate().getNotBefore().toInstant())) {
            problems.add(Problem.at(
                    path,
                    "the certificate is not valid before "
                            + certificate().getNotBefore().toInstant()));
        }
    }

    /** Reports each name that the certificate does not cover. */
    void checkNames(String path, List<String> names, List<Problem> problems) {
        CertifiedNames certified = CertifiedNames.of(certificate());
        names.stream()
                .filter(name -> !certified.cover(name))
                .forEach(name ->
                        problems.add(Problem.at(path, "the certificate is for " + certified + ", not for " + name)
                                .hint("bring one that covers it, or call the server by a name it is for")));
    }

    private static Optional<Pem> assemble(
            PrivateKey key, List<X509Certificate> chain, String path, List<Problem> problems) {
        if (key == null) {
            problems.add(Problem.at(path, "has no private key").hint("the PEM needs the key and the certificate"));
        }
        if (chain.isEmpty()) {
            problems.add(Problem.at(path, "has no certificate").hint("the PEM needs the key and the certificate"));
        }
        if (key == null || chain.isEmpty()) {
            return Optional.empty();
        }
        if (!belongTogether(key, chain.get(0).getPublicKey())) {
            problems.add(Problem.at(
                            path,
                            "the private key does not match the certificate "
                                    + chain.get(0).getSubjectX500Principal())
                    .hint("the server's own certificate must come first, with the key it was made for"));
            return Optional.empty();
        }
        return Optional.of(new Pem(key, chain));
    }

    /** A signature by one verifies with the other: works for every kind of key. */
    private static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            byte[] challenge = new byte[32];
            new SecureRandom().nextBytes(challenge);
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(challenge);
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey);
            verifier.update(challenge);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
