package io.hcdc.core.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/** Keys and certificates as users bring them. */
record UserPems(KeyPair keys, X509Certificate certificate) {

    /** Self-signed, for these names, valid from a day before the given moment until a day after it. */
    static UserPems around(Instant moment, String algorithm, String... names) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            X500Name name = new X500Name("CN=www.example.org");
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.TEN,
                    Date.from(moment.minus(Duration.ofDays(1))),
                    Date.from(moment.plus(Duration.ofDays(1))),
                    name,
                    keys.getPublic());
            if (names.length > 0) {
                GeneralName[] alternatives = Stream.of(names)
                        .map(alternative -> new GeneralName(GeneralName.dNSName, alternative))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            }
            String signature = algorithm.equals("Ed25519")
                    ? "Ed25519"
                    : "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm);
            var signed = builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()));
            return new UserPems(keys, new JcaX509CertificateConverter().getCertificate(signed));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    PrivateKey key() {
        return keys.getPrivate();
    }

    /** {@code BEGIN PRIVATE KEY} and the certificate. */
    String pkcs8() {
        return text(keyObject(), certificate);
    }

    PemObject keyObject() {
        return new PemObject("PRIVATE KEY", key().getEncoded());
    }

    /** {@code BEGIN RSA PRIVATE KEY} or {@code BEGIN EC PRIVATE KEY}, as older tools write it, and the certificate. */
    String traditional() {
        return text(traditionalKey(), certificate);
    }

    private Object traditionalKey() {
        if (!(key() instanceof ECPrivateKey key)) {
            return keys;
        }
        var curve = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                .getAlgorithm()
                .getParameters();
        var structure = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), curve);
        try {
            return new PemObject("EC PRIVATE KEY", structure.getEncoded());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code BEGIN ENCRYPTED PRIVATE KEY} and the certificate. */
    String encrypted() {
        try {
            String algorithm = "PBEWithSHA1AndDESede";
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec("secret".toCharArray())));
            var info = new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key().getEncoded()));
            return text(new PemObject("ENCRYPTED PRIVATE KEY", info.getEncoded()), certificate);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code BEGIN RSA PRIVATE KEY} with {@code Proc-Type: 4,ENCRYPTED}, as older tools write it, and the certificate. */
    String encryptedTraditionally() {
        var headers = List.of(
                new PemHeader("Proc-Type", "4,ENCRYPTED"),
                new PemHeader("DEK-Info", "AES-128-CBC,00112233445566778899AABBCCDDEEFF"));
        return text(new PemObject("RSA PRIVATE KEY", headers, new byte[64]), certificate);
    }

    static String text(Object... objects) {
        return Pem.write(List.of(objects));
    }
}
