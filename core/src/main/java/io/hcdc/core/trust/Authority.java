package io.hcdc.core.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The stack's own certificate authority: a P-256 key that signs the server certificate. */
final class Authority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /** Apple's and browsers' limit for server certificates is 398 days, whoever signed them. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    private final Pem pem;

    Authority(Pem pem) {
        this.pem = pem;
    }

    static Authority create(String stack, Instant now) {
        KeyPair keys = newKeys();
        X500Name name = new X500Name("CN=hcdc authority of stack " + stack);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial(), from(now), Date.from(now.plus(AUTHORITY_LIFE)), name, keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return new Authority(new Pem(keys.getPrivate(), List.of(sign(builder, keys))));
    }

    Pem pem() {
        return pem;
    }

    /** A server certificate, its chain and its key. @param names DNS names and IPv4 addresses, the first one the subject */
    Pem issue(List<String> names, Instant now) {
        KeyPair keys = newKeys();
        GeneralName[] alternatives = names.stream().map(Authority::generalName).toArray(GeneralName[]::new);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                pem.certificate(),
                serial(),
                from(now),
                Date.from(now.plus(SERVER_LIFE)),
                new X500Name("CN=" + names.get(0)),
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        X509Certificate server = sign(builder, new KeyPair(pem.certificate().getPublicKey(), pem.key()));
        return new Pem(keys.getPrivate(), List.of(server, pem.certificate()));
    }

    private static GeneralName generalName(String name) {
        boolean address = name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An hour back, for clients whose clock is a little slow. */
    private static Date from(Instant now) {
        return Date.from(now.minus(Duration.ofHours(1)));
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).add(BigInteger.ONE);
    }
}
