package io.hcdc.core.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The subject alternative names of a certificate: today's clients look at no others. */
record CertifiedNames(List<String> names) {

    static CertifiedNames of(X509Certificate certificate) {
        try {
            Collection<List<?>> found = Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of());
            List<String> names = new ArrayList<>();
            found.forEach(name -> names.add(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT)));
            return new CertifiedNames(names);
        } catch (CertificateParsingException e) {
            return new CertifiedNames(List.of());
        }
    }

    /** Whether a client that calls the server so is content; a wildcard stands for one label, the first (RFC 6125). */
    boolean cover(String called) {
        String name = called.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return names.contains(name) || dot > 0 && names.contains("*" + name.substring(dot));
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "no name" : String.join(", ", names);
    }
}
