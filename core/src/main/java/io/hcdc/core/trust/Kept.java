package io.hcdc.core.trust;

import io.hcdc.api.TrustFile;
import io.hcdc.core.home.Home;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trust store an earlier run left. Most runs find one that still serves; its certificates are then read by the JDK
 * alone, as loading a cryptography library takes longer than all else that rendering does.
 *
 * @param chain the server's certificate, then its authority's
 */
record Kept(Map<String, String> files, List<X509Certificate> chain, X509Certificate authority) {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String KEY = "-----END PRIVATE KEY-----";

    /** A certificate is renewed by the first {@code init} of its last thirty days. */
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /** The store in the home, if it is whole, readable and not about to expire. */
    static Optional<Kept> in(Home home, Instant now) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String path : List.of(
                TrustStore.AUTHORITY_KEY, TrustStore.path(TrustFile.SERVER), TrustStore.path(TrustFile.AUTHORITY))) {
            Optional<String> text = home.read(path);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            files.put(path, text.get());
        }
        List<X509Certificate> chain = certificates(files.get(TrustStore.path(TrustFile.SERVER)));
        List<X509Certificate> authority = certificates(files.get(TrustStore.path(TrustFile.AUTHORITY)));
        boolean hasKey = files.get(TrustStore.path(TrustFile.SERVER)).contains(KEY);
        return !hasKey
                        || chain.isEmpty()
                        || authority.isEmpty()
                        || !lasts(chain.get(0), now)
                        || !lasts(authority.get(0), now)
                ? Optional.empty()
                : Optional.of(new Kept(files, chain, authority.get(0)));
    }

    static boolean lasts(X509Certificate certificate, Instant now) {
        return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEW_BEFORE));
    }

    /** Whether the server's certificate is the authority's and covers the names. */
    boolean serves(Collection<String> names) {
        return chain.size() > 1
                && chain.get(1).equals(authority)
                && names.stream().allMatch(CertifiedNames.of(chain.get(0))::cover);
    }

    private static List<X509Certificate> certificates(String pem) {
        int begin = pem.indexOf(BEGIN);
        if (begin < 0) {
            return List.of();
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(pem.substring(begin).getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
