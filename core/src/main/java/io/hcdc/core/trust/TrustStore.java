package io.hcdc.core.trust;

import io.hcdc.api.Problem;
import io.hcdc.api.TrustFile;
import io.hcdc.core.error.InvalidInputException;
import io.hcdc.core.home.Home;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates of a stack as files of its home: {@code trust/hipc.pem}, {@code trust/ca.pem}, the authority's key.
 *
 * @param files path relative to the home → content
 */
public record TrustStore(Map<String, String> files) {
    static final String AUTHORITY_KEY = "trust/ca-key.pem";

    /** Where a file of the store is kept, relative to the home. */
    public static String path(TrustFile file) {
        return "trust/" + file.fileName();
    }

    public String content(TrustFile file) {
        return files.get(path(file));
    }

    /** What is wrong with a PEM the user brought; empty when it can serve these names. */
    public static List<Problem> check(String pem, String path, List<String> names, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Pem.read(pem, path, problems).ifPresent(read -> {
            read.checkDates(path, now, problems);
            read.checkNames(path, names, problems);
        });
        return problems;
    }

    /** The store that serves with the user's PEM. @throws InvalidInputException when {@link #check} finds anything */
    public static TrustStore of(String userPem, String path, List<String> names, Instant now) {
        InvalidInputException.throwIfAny(check(userPem, path, names, now));
        Pem pem = Pem.read(userPem, path, new ArrayList<>()).orElseThrow();
        return new TrustStore(Map.of(path(TrustFile.SERVER), pem.text(), path(TrustFile.AUTHORITY), pem.chainText()));
    }

    /**
     * The store that serves these names with a certificate of the stack's own authority. What the home has is kept as
     * long as it does that; nothing is written.
     */
    public static TrustStore of(Home home, String stack, List<String> names, Instant now) {
        Optional<Kept> kept = Kept.in(home, now).filter(found -> found.serves(names));
        if (kept.isPresent()) {
            return new TrustStore(kept.get().files());
        }
        Authority authority = authority(home, now).orElseGet(() -> Authority.create(stack, now));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(AUTHORITY_KEY, authority.pem().text());
        files.put(path(TrustFile.SERVER), authority.issue(names, now).text());
        files.put(path(TrustFile.AUTHORITY), authority.pem().chainText());
        return new TrustStore(files);
    }

    /** The authority of an earlier run, unless it is unreadable or about to expire. */
    private static Optional<Authority> authority(Home home, Instant now) {
        return home.read(AUTHORITY_KEY)
                .flatMap(text -> Pem.read(text, AUTHORITY_KEY, new ArrayList<>()))
                .filter(pem -> Kept.lasts(pem.certificate(), now))
                .map(Authority::new);
    }
}
