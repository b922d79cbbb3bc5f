package io.hcdc.core.trust;

import io.hcdc.core.home.Home;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The random secrets of a stack: made once, kept one per file with mode 0600, never printed unless asked for. */
public record Secrets(Map<String, String> byName) {
    /** Letters and digits only: they need no quoting in a URI, a shell, SQL or any of the servers' configs. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** 57^24 possibilities are about 140 bits. */
    private static final int LENGTH = 24;

    /** The secrets kept in the home; what is missing is made up. Nothing is written. */
    public static Secrets of(Home home, Stream<String> names) {
        Map<String, String> secrets = new LinkedHashMap<>();
        SecureRandom random = new SecureRandom();
        names.distinct()
                .sorted()
                .forEach(name -> secrets.put(
                        name,
                        home.read(file(name))
                                .map(String::strip)
                                .filter(text -> !text.isEmpty())
                                .orElseGet(() -> random(random))));
        return new Secrets(secrets);
    }

    /** Where a secret is kept, relative to the home. */
    public static String file(String name) {
        return "secrets/" + name;
    }

    /** Path relative to the home → content. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        byName.forEach((name, value) -> files.put(file(name), value + "\n"));
        return files;
    }

    private static String random(SecureRandom random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
